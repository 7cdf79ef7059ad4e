import type { ManifestInput } from '../manifest-schema.ts'
import { accountCategories } from './categories/account.ts'
import { billingCategories } from './categories/billing.ts'
import { givenCategories } from './categories/given.ts'
import { logCategories } from './categories/logs.ts'

export const categories: ManifestInput['categories'] = [
  ...accountCategories,
  ...givenCategories,
  ...logCategories,
  ...billingCategories,
]

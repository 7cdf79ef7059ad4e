import type { ManifestInput } from '../manifest-schema.ts'
import { accountCategories } from './categories/account.ts'
import { billingCategories } from './categories/billing.ts'
import { useCategories } from './categories/use.ts'

export const categories: ManifestInput['categories'] = [...accountCategories, ...useCategories, ...billingCategories]

import { account } from './categories/account.ts'
import { energy } from './categories/energy.ts'
import { phone } from './categories/phone.ts'

export const categories = [...account, ...energy, ...phone]

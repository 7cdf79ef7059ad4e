import { account } from './categories/account.ts'
import { charging } from './categories/charging.ts'
import { logs } from './categories/logs.ts'

export const categories = [...account, ...charging, ...logs]

import { android } from './permissions/android.ts'
import { harmonyos } from './permissions/harmonyos.ts'
import { ios } from './permissions/ios.ts'

export const permissions = [...android, ...ios, ...harmonyos]

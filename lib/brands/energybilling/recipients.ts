import { basicModules } from './recipients/basic-modules.ts'
import { deviceRecognition } from './recipients/device-recognition.ts'
import { payment } from './recipients/payment.ts'
import { processors } from './recipients/processors.ts'
import { push } from './recipients/push.ts'

export const recipients = [...basicModules, ...deviceRecognition, ...push, ...payment, ...processors]

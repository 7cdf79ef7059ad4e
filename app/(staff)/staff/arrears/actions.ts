'use server'

import { cancelBillOperation, rebillOperation, writeOffBillOperation } from '#lib/billing/index.ts'
import { CorrectBill, WriteOffBill } from '#lib/billing/schema.ts'
import { defineAsk } from '../define-ask.ts'

export const askCancelAction = defineAsk(cancelBillOperation, { input: CorrectBill })

export const askRebillAction = defineAsk(rebillOperation, { input: CorrectBill })

export const askWriteOffAction = defineAsk(writeOffBillOperation, { input: WriteOffBill })

'use server'

import { startWindDownOperation } from '#lib/wind-downs/index.ts'
import { StartWindDown } from '#lib/wind-downs/schema.ts'
import { defineAsk } from '../define-ask.ts'

export const askWindDownAction = defineAsk(startWindDownOperation, {
  input: StartWindDown,
  returnTo: (brand) => `/staff/wind-downs?brand=${brand}`,
})

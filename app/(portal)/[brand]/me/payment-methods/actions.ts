'use server'

import { z } from 'zod'
import { removeCard, setAutopay, stopAutopay } from '#lib/autopay/index.ts'
import { RemoveCard, SetAutopay } from '#lib/autopay/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const removeCardAction = defineAction({
  permission: 'cards:remove',
  input: RemoveCard,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await removeCard(grant, input)
    return { redirectTo: `/${grant.brand}/me/payment-methods?done=removed` }
  },
})

export const setAutopayAction = defineAction({
  permission: 'autopay:set',
  input: SetAutopay,
  limit: { times: 60, minutes: 60 },
  returnTo: (brand) => `/${brand}/me/payment-methods`,
  async run(grant, input) {
    await setAutopay(grant, input)
    return { redirectTo: `/${grant.brand}/me/payment-methods?done=on` }
  },
})

export const stopAutopayAction = defineAction({
  permission: 'autopay:stop',
  input: z.object({}),
  limit: { times: 60, minutes: 60 },
  async run(grant) {
    await stopAutopay(grant)
    return { redirectTo: `/${grant.brand}/me/payment-methods?done=off` }
  },
})

'use server'

import { decideConsent } from '#lib/consents/index.ts'
import { ConsentForm } from '#lib/consents/schema.ts'
import { permitUse } from '#lib/devices/index.ts'
import { PermitUse } from '#lib/devices/schema.ts'
import { refuseAgainstSignal } from '#lib/web/cookie-jar.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const decideConsentAction = defineAction({
  permission: 'consents:decide',
  input: ConsentForm,
  limit: { times: 200, minutes: 60 },
  async run(grant, input) {
    if (input.decision === 'granted') await refuseAgainstSignal(grant.brand, input.purpose)
    await decideConsent(grant, input)
    return { message: 'consents.done' }
  },
})

export const permitUseAction = defineAction({
  permission: 'devices:permit',
  input: PermitUse,
  limit: { times: 400, minutes: 60 },
  async run(grant, input) {
    await permitUse(grant, input)
    return { message: 'consents.permissions.done' }
  },
})

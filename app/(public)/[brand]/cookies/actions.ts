'use server'

import { z } from 'zod'
import { issueGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { choiceOf, recordChoice } from '#lib/tracking/index.ts'
import { ChooseCookies } from '#lib/tracking/schema.ts'
import { carryChoice, clearCookies, currentSignal } from '#lib/web/cookie-jar.ts'
import { currentSession } from '#lib/web/current-session.ts'
import { defineAction } from '#lib/web/define-action.ts'

const LIMIT = { times: 100, minutes: 60 }

/** Keeps the choice in the browser, and in the record of whoever is signed in. */
export const chooseCookiesAction = defineAction({
  permission: 'tracking:choose',
  input: ChooseCookies,
  alsoSignedIn: true,
  limit: LIMIT,
  async run(grant, input) {
    const signal = await currentSignal()
    const choice = choiceOf(getManifest(grant.brand), input, signal !== null)
    await carryChoice(grant, choice)
    const actor = (await currentSession())?.actor
    if (actor?.kind === 'person' && actor.brand === grant.brand && !actor.agreementDue)
      await recordChoice(issueGrant(actor, 'consents:decide', { brand: grant.brand }), choice, input.locale)
    return { message: signal ? 'tracking.choice.doneSignal' : 'tracking.choice.done' }
  },
})

/** Clears what the list names, now. */
export const clearCookiesAction = defineAction({
  permission: 'tracking:choose',
  input: z.object({}),
  limit: LIMIT,
  async run(grant) {
    await clearCookies(grant)
    return { message: 'tracking.clear.done' }
  },
})

import { defineOperation } from '#lib/approvals/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { StartSupport } from './schema.ts'
import { startSupport } from './start-support.ts'

/** Acting for a person begins when a colleague lets it (ENB-09); whoever asked has an hour to be let. */
export const startSupportOperation = defineOperation({
  kind: 'support.start',
  permission: 'support:start',
  input: StartSupport,
  termMinutes: 60,
  async about(tx, { brand }, { subject, minutes }) {
    const account = await tx.account.findFirst({ where: { id: subject, brand }, select: { ref: true, state: true } })
    if (!account) throw new Refusal('support.person_not_found')
    if (account.state !== 'active' && account.state !== 'closing') throw new Refusal('support.account_closed')
    return { summary: { ref: account.ref, minutes }, subject }
  },
  run: startSupport,
})

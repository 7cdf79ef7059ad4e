import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inScope, issueGrant, systemGrant } from '#lib/access/index.ts'
import { decideConsent } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { cancelAccount } from '#lib/retention/index.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { SANDBOX_DEFAULTS, type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { switchesOf } from '#sandbox/trial/switches.ts'
import { sendDeliveryJob } from '#worker/jobs/send-delivery.ts'
import { countFailed, listDeliveries, listFailedDeliveries, resendDelivery, sendDelivery } from './index.ts'
import { DELIVERY_MAY_COME_FROM, DELIVERY_STATES, pauseAfter } from './lifecycle.ts'

let sandbox: Sandbox
let switches: ReturnType<typeof switchesOf>

beforeAll(async () => {
  sandbox = await startSandbox()
  switches = switchesOf(sandbox.recipientsUrl)
  // The sandbox takes one secret; the newer one stands first, as while it is rotated.
  const secrets = ['whsec_bmV3ZXItc2VjcmV0LXRoYXQtaXMtbm90LWtub3duLXlldA==', SANDBOX_DEFAULTS.recipientsSecret]
  process.env.RECIPIENT_ENDPOINTS = JSON.stringify({
    '*': { url: `${sandbox.recipientsUrl}/{brand}/{recipient}`, secrets },
    'we-app/advertising_partner': {
      url: `${sandbox.recipientsUrl}/we-app/advertising_partner`,
      secrets: secrets.slice(0, 1),
    },
  })
  await useOwnDatabase()
})
beforeEach(async () => {
  clock.shift(0)
  await switches.clearFaults()
  await switches.post('accept_only', { times: 0 })
})
afterAll(() => sandbox.stop())

interface Told {
  times: number
  message: { type: string; data: { person: string; purpose: string; decision: string } }
}
async function told(person: TestPerson, recipient: string): Promise<Told[]> {
  const answer = await fetch(`${sandbox.recipientsUrl}/api/told?recipient=${person.brand}/${recipient}`)
  const { told: all }: { told: Told[] } = await answer.json()
  return all.filter(({ message }) => message.data.person === person.ref)
}
const decide = (person: TestPerson, purpose: string, decision: 'granted' | 'refused') =>
  decideConsent(person.grant('consents:decide'), { purpose, decision, locale: 'en' })
const runDue = () => drainJobs(sendDeliveryJob, clock.inMinutes(0.05))
const deliveries = (person: TestPerson) => listDeliveries(person.grant('consents:view'), { limit: 50 })
/** Runs what is due until nothing changes any more, moving the clock to each next attempt. */
async function runToTheEnd(person: TestPerson) {
  for (let round = 0; round < 20; round += 1) {
    await runDue()
    const [next] = (await deliveries(person)).flatMap(({ nextAttemptAt }) => nextAttemptAt ?? [])
    if (!next) return
    clock.shift(next.getTime() - Date.now() + 1000)
  }
}

describe('telling recipients', () => {
  it('[WEA-14] a change of mind counts at once and reaches each recipient that the purpose concerns, signed', async () => {
    const person = await createTestPerson('we-app')
    await decide(person, 'surveys', 'granted')
    expect(await deliveries(person)).toMatchObject([{ recipient: 'survey_partner', state: 'queued' }])
    await runDue()
    expect(await deliveries(person)).toMatchObject([{ state: 'confirmed', attempts: 1 }])
    await decide(person, 'surveys', 'refused')
    await runDue()
    expect((await deliveries(person)).map(({ decision, state }) => [decision, state])).toEqual([
      ['withdrawn', 'confirmed'],
      ['granted', 'confirmed'],
    ])
    const heard = await told(person, 'survey_partner')
    expect(heard.map(({ message }) => message.type)).toEqual(['consent.withdrawn', 'consent.granted'])
    expect(Object.keys(heard[0]?.message.data ?? {}).toSorted()).toEqual([
      'brand',
      'consentRecord',
      'decision',
      'person',
      'purpose',
    ])
    for (const other of ['statistics_partner', 'advertising_partner', 'stripe'])
      expect(await told(person, other)).toEqual([])
  })

  it('tells nobody of a first no, which stops nothing, and of no decision that was not recorded', async () => {
    const person = await createTestPerson('we-app')
    await decide(person, 'surveys', 'refused')
    await expect(
      inScope(person.grant('consents:decide'), async () => {
        await decide(person, 'surveys', 'granted')
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await deliveries(person)).toEqual([])
    expect((await runDue()).run).toBe(0)
  })

  it('tells every recipient concerned when the account is closed', async () => {
    const person = await createTestPerson('we-app')
    for (const purpose of ['surveys', 'improve']) await decide(person, purpose, 'granted')
    await runDue()
    await cancelAccount(person.grant('account:cancel'))
    await runDue()
    for (const recipient of ['survey_partner', 'statistics_partner'])
      expect((await told(person, recipient))[0]?.message.type).toBe('consent.withdrawn')
  })

  it('tries again after a fault, with the same id, and says so meanwhile', async () => {
    const person = await createTestPerson('we-app')
    await switches.fault({ kind: 'status_500', match: { path: '/we-app/survey_partner' }, times: 2 })
    await decide(person, 'surveys', 'granted')
    await runDue()
    const [first] = await deliveries(person)
    expect(first).toMatchObject({ state: 'retrying', attempts: 1 })
    expect(first?.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now())
    await runToTheEnd(person)
    expect(await deliveries(person)).toMatchObject([{ state: 'confirmed', attempts: 3 }])
    expect(await told(person, 'survey_partner')).toMatchObject([{ times: 1 }])
  })

  it('does not count what was taken and not confirmed: asks until it is, and the receiver acts once', async () => {
    const person = await createTestPerson('we-app')
    await switches.post('accept_only', { times: 1 })
    await decide(person, 'surveys', 'granted')
    await runDue()
    expect(await deliveries(person)).toMatchObject([{ state: 'sent', attempts: 1 }])
    await switches.fault({ kind: 'cut_after', match: { path: '/we-app/survey_partner' }, times: 1 })
    await runToTheEnd(person)
    expect(await deliveries(person)).toMatchObject([{ state: 'confirmed', attempts: 3 }])
    // The second attempt was acted on and its answer lost; the third was recognised.
    expect(await told(person, 'survey_partner')).toMatchObject([{ times: 2 }])
  })

  it('waits as long as the recipient asks', async () => {
    const person = await createTestPerson('we-app')
    await switches.fault({ kind: 'status_429', match: { path: '/we-app/survey_partner' }, times: 1, retryAfter: 900 })
    await decide(person, 'surveys', 'granted')
    await runDue()
    const [row] = await deliveries(person)
    expect(row?.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now() + 800_000)
  })

  it('never lets an old yes follow a no', async () => {
    const person = await createTestPerson('we-app')
    await switches.fault({ kind: 'cut_before', match: { path: '/we-app/survey_partner' }, times: 1 })
    await decide(person, 'surveys', 'granted')
    await runDue()
    await decide(person, 'surveys', 'refused')
    await runToTheEnd(person)
    expect((await deliveries(person)).map(({ decision, state }) => [decision, state])).toEqual([
      ['withdrawn', 'confirmed'],
      ['granted', 'superseded'],
    ])
    expect((await told(person, 'survey_partner')).map(({ message }) => message.type)).toEqual(['consent.withdrawn'])
  })

  it('makes each attempt once, however often its job runs', async () => {
    const person = await createTestPerson('we-app')
    await decide(person, 'surveys', 'granted')
    const [row] = await deliveries(person)
    const grant = systemGrant('test', 'deliveries:send', { brand: person.brand })
    await runDue()
    await sendDelivery(grant, { deliveryId: row?.id ?? '', attempt: 1 })
    await sendDelivery(grant, { deliveryId: row?.id ?? '', attempt: 2 })
    expect(await told(person, 'survey_partner')).toMatchObject([{ times: 1 }])
  })

  it('gives up after the last attempt, shows it to staff without whose it is, and sends it again when they say so', async () => {
    const person = await createTestPerson('we-app')
    const staff = await createTestStaff('data_operator')
    const review = issueGrant(staff, 'deliveries:review', { brand: 'we-app' })
    const resend = issueGrant(staff, 'deliveries:resend', { brand: 'we-app' })
    // Its secret is not the one that the recipient knows: every attempt is refused.
    await decide(person, 'measure_advertising', 'granted')
    await runToTheEnd(person)
    clock.shift(0)
    const [row] = await deliveries(person)
    expect(row).toMatchObject({ state: 'failed', nextAttemptAt: null, attempts: 9 })
    const dead = (await listFailedDeliveries(review, { limit: 50 })).find(({ id }) => id === row?.id)
    expect(dead).toMatchObject({ recipient: 'advertising_partner', lastAnswer: '401', attempts: 9 })
    expect(JSON.stringify(dead)).not.toContain(person.id)
    const count = () => countFailed(issueGrant(staff, 'deliveries:count', { brand: '' }))
    expect([...(await count())]).toEqual([['we-app', (await listFailedDeliveries(review, { limit: 50 })).length]])
    await resendDelivery(resend, { deliveryId: row?.id ?? '' })
    await expect(resendDelivery(resend, { deliveryId: row?.id ?? '' })).rejects.toMatchObject({
      code: 'deliveries.not_found',
    })
    expect(await deliveries(person)).toMatchObject([{ state: 'queued', attempts: 0 }])
    expect((await count()).get('we-app') ?? 0).toBe((await listFailedDeliveries(review, { limit: 50 })).length)
    await runDue()
    expect(await deliveries(person)).toMatchObject([{ state: 'retrying', attempts: 1 }])
    const other = issueGrant(staff, 'deliveries:resend', { brand: 'we-lock' })
    await expect(resendDelivery(other, { deliveryId: row?.id ?? '' })).rejects.toMatchObject({
      code: 'deliveries.not_found',
    })
    expect(
      await listFailedDeliveries(issueGrant(staff, 'deliveries:review', { brand: 'we-lock' }), { limit: 50 }),
    ).toEqual([])
    const events = await database('system').auditEvent.findMany({
      where: { target: row?.id ?? '' },
      select: { name: true },
    })
    expect(events.map(({ name }) => name)).toEqual(['delivery.failed', 'delivery.resent'])
  })

  it('lets staff see nothing of the person in it', async () => {
    const staff = await createTestStaff('data_operator')
    const review = issueGrant(staff, 'deliveries:review', { brand: 'we-app' })
    await expect(
      inScope(review, (tx) => tx.$queryRaw`SELECT subject_id FROM consent_delivery LIMIT 1`),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('the life of a delivery', () => {
  it('is tried for some two days, with growing pauses', () => {
    const pauses = Array.from({ length: 9 }, (_, at) => pauseAfter(at + 1))
    expect(pauses.slice(0, -1)).toEqual(pauses.slice(0, -1).toSorted((a, b) => (a ?? 0) - (b ?? 0)))
    expect(pauses.at(-1)).toBeNull()
    expect(pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0)).toBeGreaterThan(100_000)
  })

  it('can reach every state, and leaves a confirmed or replaced one never', () => {
    const reached = new Set(['queued'])
    for (let round = 0; round < DELIVERY_STATES.length; round += 1)
      for (const state of DELIVERY_STATES)
        if (DELIVERY_MAY_COME_FROM[state].some((from) => reached.has(from))) reached.add(state)
    expect([...reached].toSorted()).toEqual([...DELIVERY_STATES].toSorted())
    for (const final of ['confirmed', 'superseded'] as const)
      expect(DELIVERY_STATES.filter((state) => DELIVERY_MAY_COME_FROM[state].includes(final))).toEqual([])
  })
})

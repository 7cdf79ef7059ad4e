import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { identifierContext } from '#lib/identity/create-account.ts'
import { registerMeter, storeReadings } from '#lib/metering/index.ts'
import { MessageContent, messageContext } from '#lib/notifications/message-content.ts'
import { renderPush } from '#lib/notifications/render-message.ts'
import { addDays, localDay, momentOf, monthStart } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256, unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { chargeTestUse } from '#lib/testing/billed-person.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { compareTariffs, forecastBill, readWatch, setBudget, watchUsage } from './index.ts'

const ZONE = 'Asia/Shanghai'
const today = () => localDay(clock.now(), ZONE)

// Alerts are raised for everybody.
beforeAll(() => useOwnDatabase())

/** Somebody of energybilling who can be written to. */
async function reachablePerson(): Promise<TestPerson> {
  const person = await createTestPerson('energybilling')
  const id = randomUUID()
  const phone = `+86138${String(Date.now()).slice(-8)}`
  await database('system').signInIdentifier.create({
    data: {
      id,
      brand: person.brand,
      subjectId: person.id,
      kind: 'phone',
      blindIndex: sha256(id),
      sealed: seal(phone, identifierContext(id)),
      verifiedAt: clock.now(),
    },
  })
  return person
}

/** Days of use, the last of them yesterday, measured in two halves: the day from 06:00 to 22:00, and the rest. */
async function meterDays(person: TestPerson, wattHours: readonly bigint[]) {
  const grant = systemGrant('test', 'intake:write', { brand: person.brand, subject: person.id })
  const first = addDays(today(), -wattHours.length)
  const meter = await registerMeter(grant, {
    serial: `M-${randomUUID()}`,
    utility: 'electricity',
    supplyPoint: 'Home',
    zone: ZONE,
    installedAt: momentOf(first, ZONE),
  })
  const rows = wattHours.flatMap((quantity, index) => {
    const day = addDays(first, index)
    const edges = [
      momentOf(day, ZONE),
      momentOf(day, ZONE, '06:00'),
      momentOf(day, ZONE, '22:00'),
      momentOf(addDays(day, 1), ZONE),
    ]
    return [quantity / 8n, (quantity * 3n) / 4n, quantity / 8n].flatMap((part, at) => {
      const [startedAt, endedAt] = [edges[at], edges[at + 1]]
      return startedAt && endedAt ? [{ senderId: randomUUID(), startedAt, endedAt, quantity: part }] : []
    })
  })
  await inScope(grant, (tx) => storeReadings(tx, meter, rows))
  return meter
}

const even = (days: number, quantity: bigint) => Array.from({ length: days }, () => quantity)
const watch = () => watchUsage(systemGrant('test', 'usage:watch', { brand: 'energybilling' }))
const told = async (person: TestPerson) => (await readWatch(person.grant('usage:view'))).alerts.map(({ kind }) => kind)
const mails = (person: TestPerson) =>
  database('system').outgoingMessage.count({ where: { subjectId: person.id, kind: { startsWith: 'outlook.' } } })

describe('the next bill', () => {
  it('of a use that never changes is what the whole month costs', async () => {
    const person = await createTestPerson('energybilling')
    await meterDays(person, even(70, 8_000n))
    const forecast = await forecastBill(person.grant('usage:view'))
    const start = monthStart(today())
    const days = BigInt((Date.parse(monthStart(today(), 1)) - Date.parse(start)) / 86_400_000)
    // All of it within the first band: 0.583 for a kWh, 0.20 a day, 13 % VAT.
    const [energy, standing] = [(days * 8n * 583n) / 10n, days * 20n]
    const net = energy + standing
    expect(Number(forecast?.expectedMinor)).toBeCloseTo(Number((net * 113n) / 100n), -1)
    expect(forecast?.leastMinor).toBe(forecast?.mostMinor)
    expect(forecast).toMatchObject({ periodStart: start, currency: 'CNY', knownUntil: addDays(today(), -1) })
    expect((forecast?.soFarMinor ?? 0n) <= (forecast?.expectedMinor ?? 0n)).toBe(true)
  })

  it('has a range where use differs from day to day, and is none where nothing is known', async () => {
    const person = await createTestPerson('energybilling')
    await meterDays(
      person,
      Array.from({ length: 70 }, (_, day) => BigInt(6_000 + ((day * 7919) % 4_000))),
    )
    const {
      leastMinor = 0n,
      expectedMinor = 0n,
      mostMinor = 0n,
    } = (await forecastBill(person.grant('usage:view'))) ?? {}
    // On the last day of a month there is little left to be unsure of.
    expect(leastMinor < expectedMinor && expectedMinor < mostMinor).toBe(true)
    const nobody = await createTestPerson('energybilling')
    expect(await forecastBill(nobody.grant('usage:view'))).toBeNull()
  })

  it('counts the charging that is still to come, at what it cost lately', async () => {
    const person = await createTestPerson('wellborne-plus')
    for (let back = 40; back > 0; back -= 1)
      await chargeTestUse(person, 10_000n, momentOf(addDays(today(), -back), ZONE, '12:00').toISOString())
    const forecast = await forecastBill(person.grant('usage:view'))
    const days = (Date.parse(monthStart(today(), 1)) - Date.parse(monthStart(today()))) / 86_400_000
    expect(Number(forecast?.expectedMinor)).toBeCloseTo(days * 12.8 * 1.13 * 100, -2)
  })
})

describe('other tariffs', () => {
  it('would have cost what the own readings of a year come to by them', async () => {
    const person = await createTestPerson('energybilling')
    await meterDays(person, even(420, 8_000n))
    const [electricity, ...more] = await compareTariffs(person.grant('usage:view'))
    expect(more).toEqual([])
    const of = (key: string) => electricity?.tariffs.find((tariff) => tariff.key === key)?.totalMinor ?? 0n
    const days = BigInt((Date.parse(electricity?.before ?? '') - Date.parse(electricity?.from ?? '')) / 86_400_000)
    // Three quarters by day at 0.617, a quarter by night at 0.307; 0.20 a day; 13 % VAT.
    const byDay = (Number(days) * (6 * 0.617 + 2 * 0.307 + 0.2) * 1.13).toFixed(2)
    expect(Number(of('electricity_peak_valley')) / 100).toBeCloseTo(Number(byDay), 0)
    expect(of('electricity_household') > 0n && of('electricity_season') > 0n).toBe(true)
    expect(electricity?.tariffs.map(({ totalMinor }) => totalMinor)).toEqual(
      electricity?.tariffs.map(({ totalMinor }) => totalMinor).toSorted((a, b) => (a < b ? -1 : 1)),
    )
  })
})

describe('a budget', () => {
  it('is kept, refused where it is no amount of the currency, and taken away', async () => {
    const person = await createTestPerson('energybilling')
    const set = (amount: string) => setBudget(person.grant('budgets:set'), { amount })
    await set('120,5')
    expect((await readWatch(person.grant('usage:view'))).budget).toEqual({ amountMinor: 12_050n, currency: 'CNY' })
    // As an input method for Chinese writes figures.
    await set('１３０．５')
    expect((await readWatch(person.grant('usage:view'))).budget).toEqual({ amountMinor: 13_050n, currency: 'CNY' })
    await expect(set('99999999999')).rejects.toThrow('outlook.budget_high')
    await expect(set('0')).rejects.toMatchObject({ code: 'outlook.budget_nothing' })
    await expect(set('1.234')).rejects.toMatchObject({ code: 'outlook.budget_too_fine' })
    await expect(set('many')).rejects.toThrow()
    expect(await set('')).toEqual({ removed: true })
    expect((await readWatch(person.grant('usage:view'))).budget).toBeNull()
  })

  it('that is spent is told of once', async () => {
    const [frugal, spender] = [await reachablePerson(), await reachablePerson()]
    for (const person of [frugal, spender]) await meterDays(person, even(40, 20_000n))
    await setBudget(frugal.grant('budgets:set'), { amount: '90000' })
    await setBudget(spender.grant('budgets:set'), { amount: '0.5' })
    await watch()
    await watch()
    expect([await told(frugal), await told(spender)]).toEqual([[], ['budget_over']])
    expect(await mails(spender)).toBe(1)
  })
})

describe('use that is not as it should be', () => {
  it('is told of once where a day is far out of the ordinary, and not where it is only high', async () => {
    const [strange, lively] = [await reachablePerson(), await reachablePerson()]
    const usual = Array.from({ length: 40 }, (_, day) => BigInt(7_000 + (day % 5) * 500))
    await meterDays(strange, [...usual, 30_000n])
    await meterDays(lively, [...usual, 9_600n])
    await watch()
    await watch()
    expect([await told(strange), await told(lively)]).toEqual([['unusual'], []])
    expect(await mails(strange)).toBe(1)
  })

  it('is told of by push message as well where that was asked for, in the language of the account, and never at night', async () => {
    const person = await reachablePerson()
    await database('system').account.update({ where: { id: person.id }, data: { locale: 'fr' }, select: { id: true } })
    const id = randomUUID()
    const of = { brand: person.brand, subjectId: person.id }
    const data = { ...of, id, endpointIndex: sha256(id), sealed: Buffer.alloc(1), client: 'a browser' }
    await database('system').pushSubscription.create({ data, select: { id: true } })
    await meterDays(person, [...even(40, 7_000n), 30_000n])
    await watch()
    const rows = await database('system').outgoingMessage.findMany({
      where: { subjectId: person.id },
      orderBy: { channel: 'asc' },
    })
    const sent = rows.map(({ id: row, channel, sealed }) => ({
      channel,
      content: MessageContent.parse(JSON.parse(unseal(sealed ?? Buffer.alloc(0), messageContext(row)))),
    }))
    const { zone, arrears } = getManifest(person.brand)
    const content = {
      kind: 'outlook.unusual',
      path: '/energybilling/me/usage/cost',
      quiet: { zone, from: arrears.quiet.from, until: arrears.quiet.until },
    }
    expect(sent).toMatchObject([
      { channel: 'push', content: { ...content, to: id } },
      { channel: 'sms', content },
    ])
    const [push] = sent
    const shown = push && JSON.parse(renderPush(person.brand, push.content))
    expect(shown).toMatchObject({ title: 'Bien plus de consommation que d’habitude', lang: 'fr', path: content.path })
    // Whoever stands beside the screen learns neither which meter nor how much.
    expect(shown.body).not.toMatch(/M-|%/)
  })

  it('and a meter that has fallen silent is told of', async () => {
    const person = await createTestPerson('energybilling')
    await meterDays(person, even(30, 1000n))
    await database('system').$executeRaw`
      UPDATE reading SET started_at = started_at - interval '20 days', ended_at = ended_at - interval '20 days'
      WHERE subject_id = ${person.id}::uuid`
    await watch()
    expect(await told(person)).toEqual(['stale'])
  })
})

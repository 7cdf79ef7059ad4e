import { describe, expect, it } from 'vitest'
import { issueGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { decideConsent } from '#lib/consents/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { listTransfers, markTransfer, readFigures, readStorage, takeBackTransfer } from './index.ts'

const operator = await createTestStaff('data_operator')
const mark = (person: TestPerson, country = 'FR') =>
  markTransfer(issueGrant(operator, 'transfers:mark', { brand: person.brand }), {
    ref: person.ref,
    country,
    reason: 'the team in France helps with the charger',
  })
const decide = (person: TestPerson, decision: 'granted' | 'refused') =>
  decideConsent(person.grant('consents:decide'), { purpose: 'transfer_abroad', decision, locale: 'en' })
const storage = (person: TestPerson) => readStorage(person.grant('account:view'))
const insert = (person: TestPerson) =>
  database('system').dataTransfer.create({
    data: { brand: person.brand, subjectId: person.id, country: 'FR', reason: 'past every verb' },
  })
async function charged(person: TestPerson, station: string, energyWh: bigint) {
  await database('system').chargingSession.create({
    data: {
      brand: person.brand,
      subjectId: person.id,
      senderId: `${station} ${person.id}`,
      contentHash: Buffer.from(station),
      startedAt: new Date('2026-05-03T10:11:12Z'),
      endedAt: new Date('2026-05-03T12:00:00Z'),
      energyWh,
      station,
    },
  })
}

describe('where data is kept', () => {
  it('is known to the database as the manifests say it', async () => {
    const rules = await database('system').storageRule.findMany()
    expect(rules.length).toBe(BRAND_KEYS.length)
    for (const rule of rules) {
      const { region, transfersAbroad, transferPurpose } = getManifest(rule.brand).storage
      expect(rule).toEqual({ brand: rule.brand, region, transfersAbroad, purpose: transferPurpose ?? null })
    }
  })

  it('[WBP-21] each account shows it, a transfer needs a recorded consent, and figures without any sign of the person exist', async () => {
    const person = await createTestPerson('wellborne-plus')
    expect(await storage(person)).toEqual({ region: 'CN', transfersAbroad: 'consent', allowed: false, transfers: [] })
    await expect(mark(person)).rejects.toMatchObject({ code: 'transfers.no_consent' })
    await expect(insert(person)).rejects.toThrow(/no consent/)
    await decide(person, 'refused')
    await expect(mark(person)).rejects.toMatchObject({ code: 'transfers.no_consent' })
    await decide(person, 'granted')
    const { id } = await mark(person)
    expect(await storage(person)).toMatchObject({ allowed: true, transfers: [{ id, country: 'FR' }] })
    const row = await database('system').dataTransfer.findUnique({ where: { id } })
    const consent = await database('system').consentRecord.findUnique({ where: { id: row?.consentRecordId ?? '' } })
    expect(consent).toMatchObject({ subjectId: person.id, purpose: 'transfer_abroad', decision: 'granted' })
    await decide(person, 'refused')
    await expect(mark(person)).rejects.toMatchObject({ code: 'transfers.no_consent' })
    await expect(insert(person)).rejects.toThrow(/no consent/)

    await charged(person, 'Pile at home', 12_400n)
    await charged(person, 'Pile at work', 9_900n)
    const take = () => readFigures(issueGrant(operator, 'transfers:figures', { brand: 'wellborne-plus' }))
    const like = (await take()).find((row) => row.month === '2026-05' && row.energyKwh === '0-49')?.people ?? 0
    for (let more = 0; more < 11; more += 1) {
      const other = await createTestPerson('wellborne-plus')
      await charged(other, 'Pile at home', 20_000n)
    }
    const figures = await take()
    const band = figures.find(({ month, energyKwh }) => month === '2026-05' && energyKwh === '0-49')
    expect(band?.sessions).toBe('0-4')
    expect(band?.people).toBeGreaterThanOrEqual(like + 10)
    // Whoever is alone with what they charged is in no row.
    await charged(person, 'Pile far away', 99_000_000n)
    expect((await take()).some(({ energyKwh }) => Number(energyKwh.split('-')[0]) > 90_000)).toBe(false)
    for (const figure of figures) expect(figure.people).toBeGreaterThanOrEqual(10)
    const text = JSON.stringify(figures)
    for (const sign of [person.id, person.ref, 'Pile', '2026-05-03', '12400']) expect(text).not.toContain(sign)
    for (const figure of figures)
      expect(Object.keys(figure).toSorted()).toEqual(['energyKwh', 'month', 'people', 'sessions'])
  })

  it('[ENB-16] nothing of EnergyBilling is marked for transfer, by any way, and the person sees that', async () => {
    const person = await createTestPerson('energybilling')
    expect(await storage(person)).toEqual({ region: 'CN', transfersAbroad: 'never', allowed: null, transfers: [] })
    await expect(mark(person)).rejects.toMatchObject({ code: 'transfers.never_abroad' })
    await expect(insert(person)).rejects.toThrow(/never leaves/)
    await expect(
      database('system').account.update({ where: { id: person.id }, data: { storageRegion: 'FR' } }),
    ).rejects.toThrow(/only/)
    await expect(
      database('system').account.create({
        data: { brand: 'energybilling', ref: 'abroad', locale: 'en', storageRegion: 'US' },
      }),
    ).rejects.toThrow(/only/)
    await expect(
      readFigures(issueGrant(operator, 'transfers:figures', { brand: 'energybilling' })),
    ).rejects.toMatchObject({ code: 'transfers.never_abroad' })
  })

  it('lists what was marked by whom and when, and lets it be taken back once, which its person sees', async () => {
    const brand = 'wellborne-plus'
    const [person, other] = [await createTestPerson(brand), await createTestPerson(brand)]
    const own = issueGrant(operator, 'transfers:mark', { brand })
    const ids: string[] = []
    for (const [who, country] of [
      [person, 'FR'],
      [other, 'DE'],
      [person, 'US'],
    ] as const) {
      await decide(who, 'granted')
      ids.unshift((await mark(who, country)).id)
    }
    const all = async () => {
      const found = []
      for (let before: { at: Date; id: string } | undefined; ; ) {
        const rows = await listTransfers(own, { limit: 2, ...(before && { before }) })
        found.push(...rows.filter(({ id }) => ids.includes(id)))
        before = rows.at(-1)
        if (rows.length < 2) return found
      }
    }
    const listed = await all()
    expect(listed.map(({ id }) => id)).toEqual(ids)
    expect(listed[1]).toMatchObject({ ref: other.ref, country: 'DE', markedBy: operator.name, takenBackAt: null })

    const colleague = await createTestStaff('data_operator')
    const [last = ''] = ids
    const takeBack = () => takeBackTransfer(issueGrant(colleague, 'transfers:mark', { brand }), { transfer: last })
    await takeBack()
    const [first] = await all()
    expect(first).toMatchObject({ id: last, takenBackAt: expect.any(Date), takenBackBy: colleague.name })
    await takeBack()
    expect((await all())[0]?.takenBackAt).toEqual(first?.takenBackAt)
    const seen = await storage(person)
    expect(seen.transfers.map(({ takenBackAt }) => takenBackAt)).toEqual([first?.takenBackAt, null])
    const events = await database('system').auditEvent.findMany({ where: { target: last }, orderBy: { id: 'asc' } })
    expect(events.map(({ name, actorId, subjectId }) => ({ name, actorId, subjectId }))).toEqual([
      { name: 'transfer.marked', actorId: operator.id, subjectId: person.id },
      { name: 'transfer.taken_back', actorId: colleague.id, subjectId: person.id },
    ])
    const elsewhere = issueGrant(colleague, 'transfers:mark', { brand: 'we-app' })
    await expect(takeBackTransfer(elsewhere, { transfer: ids[1] ?? '' })).rejects.toMatchObject({
      code: 'transfers.not_found',
    })
    expect((await listTransfers(elsewhere, { limit: 100 })).some(({ id }) => ids.includes(id))).toBe(false)
    const change = (data: { country?: string; takenBackAt?: Date | null; takenBackBy?: string | null }) =>
      database('system').dataTransfer.update({ where: { id: last }, data })
    await expect(change({ country: 'FR' })).rejects.toThrow()
    await expect(change({ takenBackAt: null, takenBackBy: null })).rejects.toThrow(/taken back once/)
  })

  it('lets nothing leave where no consent is asked for, nobody of another brand be marked, and no transfer at home', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('wellborne-plus')]
    await expect(mark(person)).rejects.toMatchObject({ code: 'transfers.no_consent' })
    await expect(insert(person)).rejects.toThrow(/no consent/)
    await expect(mark(other, 'CN')).rejects.toMatchObject({ code: 'transfers.same_country' })
    const grant = issueGrant(operator, 'transfers:mark', { brand: 'wellborne-plus' })
    await expect(
      markTransfer(grant, { ref: person.ref, country: 'FR', reason: 'somebody of another brand' }),
    ).rejects.toMatchObject({ code: 'transfers.person_not_found' })
  })
})

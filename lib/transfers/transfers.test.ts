import { describe, expect, it } from 'vitest'
import { issueGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { decideConsent } from '#lib/consents/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { markTransfer, readFigures, readStorage } from './index.ts'

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

import { describe, expect, it } from 'vitest'
import { inScope } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest, policyInForce } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { consentHistory, consentNotice, consentsHeld, decideConsent, isGranted, listConsents } from './index.ts'

const optionalOf = (brand: string) => getManifest(brand).purposes.filter((purpose) => purpose.kind === 'optional')
const decide = (person: TestPerson, purpose: string, decision: 'granted' | 'refused') =>
  decideConsent(person.grant('consents:decide'), { purpose, decision, locale: 'en' })
const inForce = (person: TestPerson, purpose: string) =>
  inScope(person.grant('consents:view'), (tx) => isGranted(tx, person.brand, person.id, purpose))
const entries = (person: TestPerson) => consentHistory(person.grant('consents:view'), { limit: 100 })

describe('consents', () => {
  it('are off until somebody says yes, in every brand', async () => {
    for (const brand of BRAND_KEYS) {
      const person = await createTestPerson(brand)
      const views = await listConsents(person.grant('consents:view'), 'en')
      expect(views.filter((view) => view.kind === 'optional').every((view) => !view.granted && !view.last)).toBe(true)
    }
  })

  it('keep each decision with the policy version, the language and the digest of the exact text', async () => {
    const person = await createTestPerson('energybilling')
    const [purpose] = optionalOf('energybilling')
    if (!purpose) throw new Error('no optional purpose')
    for (const locale of LOCALES) {
      await decideConsent(person.grant('consents:decide'), { purpose: purpose.key, decision: 'granted', locale })
      await decideConsent(person.grant('consents:decide'), { purpose: purpose.key, decision: 'refused', locale })
    }
    const rows = await inScope(person.grant('consents:view'), (tx) =>
      tx.consentRecord.findMany({ orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] }),
    )
    expect(rows.map((row) => [row.locale, row.decision])).toEqual(
      LOCALES.flatMap((locale) => [
        [locale, 'granted'],
        [locale, 'withdrawn'],
      ]),
    )
    for (const [at, row] of rows.entries()) {
      const locale = LOCALES[Math.floor(at / 2)] ?? 'en'
      const { text } = consentNotice(purpose, locale)
      expect(Buffer.from(row.textHash)).toEqual(sha256(text))
      expect(row.noticeVersion).toBe(policyInForce(getManifest('energybilling'), clock.now()).version)
    }
    expect((await entries(person))[0]?.text).toBe(consentNotice(purpose, 'fr').text)
  })

  it('[WEA-10] store the specific notice with the consent and show it in place of the general one', async () => {
    for (const brand of BRAND_KEYS) {
      const person = await createTestPerson(brand)
      const views = await listConsents(person.grant('consents:view'), 'en')
      const specific = optionalOf(brand).filter((purpose) => purpose.notice)
      expect(specific.length).toBeGreaterThan(0)
      for (const purpose of specific) {
        const shown = views.find((view) => view.purpose === purpose.key)
        expect(shown?.notice).toBe(purpose.notice?.en)
        expect(shown?.notice).not.toBe(purpose.description.en)
        await decide(person, purpose.key, 'granted')
      }
      for (const entry of await entries(person)) {
        const purpose = specific.find(({ key }) => key === entry.purpose)
        expect(entry.text).toContain(purpose?.notice?.en)
        expect(entry.text).not.toContain(purpose?.description.en)
      }
    }
  })

  it('count the latest decision, a real refusal included, and write nothing twice', async () => {
    const person = await createTestPerson('we-app')
    expect(await decide(person, 'surveys', 'refused')).toEqual({ decision: 'refused', changed: true })
    expect(await decide(person, 'surveys', 'refused')).toEqual({ decision: 'refused', changed: false })
    expect(await inForce(person, 'surveys')).toBe(false)
    await decide(person, 'surveys', 'granted')
    await decide(person, 'surveys', 'granted')
    expect(await inForce(person, 'surveys')).toBe(true)
    expect((await decide(person, 'surveys', 'refused')).decision).toBe('withdrawn')
    expect(await inForce(person, 'surveys')).toBe(false)
    expect((await entries(person)).map((entry) => entry.decision)).toEqual(['withdrawn', 'granted', 'refused'])
    const events = await inScope(person.grant('consents:view'), (tx) => tx.auditEvent.count())
    expect(events).toBe(3)
  })

  it('leave one row when a form is sent five times at once', async () => {
    const person = await createTestPerson('we-app')
    await Promise.all(Array.from({ length: 5 }, () => decide(person, 'surveys', 'granted')))
    expect(await entries(person)).toHaveLength(1)
  })

  it('are one a purpose: deciding about one leaves every other undecided', async () => {
    const person = await createTestPerson('we-lock')
    await decide(person, 'combine_data', 'granted')
    const granted = (await listConsents(person.grant('consents:view'), 'en')).filter(
      (view) => view.kind === 'optional' && view.granted,
    )
    expect(granted.map((view) => view.purpose)).toEqual(['combine_data'])
  })

  it('[LCK-10] combining personal and other data for analysis is a consent of its own', async () => {
    const person = await createTestPerson('we-lock')
    await decide(person, 'internal_analysis', 'granted')
    expect(await inForce(person, 'combine_data')).toBe(false)
    await decide(person, 'combine_data', 'granted')
    await decide(person, 'internal_analysis', 'refused')
    expect(await inForce(person, 'combine_data')).toBe(true)
  })

  it('[LCK-09] every purpose but the necessary ones is a switch, and safety notices cannot be turned off and say why', async () => {
    const person = await createTestPerson('we-lock')
    const views = await listConsents(person.grant('consents:view'), 'en')
    const locked = views.filter((view) => view.kind === 'locked')
    expect(locked.map((view) => view.purpose)).toEqual(['safety_notices'])
    expect(locked[0]?.granted).toBe(true)
    expect(locked[0]?.consequence).not.toBe('')
    for (const wanted of ['granted', 'refused'] as const)
      await expect(decide(person, 'safety_notices', wanted)).rejects.toMatchObject({ code: 'consents.not_optional' })
    for (const { purpose } of views.filter((view) => view.kind === 'optional')) {
      await decide(person, purpose, 'granted')
      expect(await inForce(person, purpose)).toBe(true)
      await decide(person, purpose, 'refused')
      expect(await inForce(person, purpose)).toBe(false)
    }
  })

  it('[ENB-19] the advertising identifier and promotional reminders are consents apart, off by default', async () => {
    const person = await createTestPerson('energybilling')
    for (const purpose of ['advertising_id', 'promotional_reminders'])
      expect(await inForce(person, purpose)).toBe(false)
    await decide(person, 'advertising_id', 'granted')
    expect(await inForce(person, 'promotional_reminders')).toBe(false)
    await decide(person, 'promotional_reminders', 'granted')
    await decide(person, 'advertising_id', 'refused')
    expect(await inForce(person, 'promotional_reminders')).toBe(true)
    expect(await inForce(person, 'advertising_id')).toBe(false)
  })

  it('refuse what is no matter of consent, what does not exist, and a text that is no longer the one shown', async () => {
    const person = await createTestPerson('we-app')
    await expect(decide(person, 'legal_duty', 'refused')).rejects.toMatchObject({ code: 'consents.not_optional' })
    await expect(decide(person, 'combine_data', 'granted')).rejects.toMatchObject({ code: 'consents.not_found' })
    const stale = { purpose: 'surveys', decision: 'granted', locale: 'en', shown: '0'.repeat(64) } as const
    await expect(decideConsent(person.grant('consents:decide'), stale)).rejects.toMatchObject({
      code: 'consents.text_changed',
    })
    expect(await entries(person)).toEqual([])
  })

  it('cannot be changed or removed afterwards by any role', async () => {
    const person = await createTestPerson('we-app')
    await decide(person, 'surveys', 'granted')
    const where = { subjectId: person.id }
    await expect(database('system').consentRecord.deleteMany({ where })).rejects.toThrow(/append-only/)
    await expect(
      inScope(person.grant('consents:decide'), (tx) =>
        tx.consentRecord.updateMany({ where, data: { decision: 'refused' } }),
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('are listed, exported and kept at erasure as what the person decided', async () => {
    const person = await createTestPerson('we-app')
    await decide(person, 'surveys', 'granted')
    await decide(person, 'improve', 'refused')
    const of = { brand: person.brand, subject: person.id, category: 'consents' }
    await inScope(person.grant('inventory:view'), async (tx) => {
      const first = await consentsHeld.list(tx, of, { limit: 1 }, false)
      expect(first[0]?.values).toMatchObject({ purpose: 'improve', decision: 'refused' })
      const last = first[0]
      if (!last) throw new Error('no row')
      const next = await consentsHeld.list(tx, of, { limit: 5, before: { at: last.at, id: last.id } }, false)
      expect(next.map((row) => row.values.purpose)).toEqual(['surveys'])
      const [sum] = await tx.$queryRaw<{ rows: bigint }[]>(consentsHeld.summary(of))
      expect(sum?.rows).toBe(2n)
    })
    const system = database('system')
    const erase = () => system.$transaction((tx) => consentsHeld.erase(tx, of, { end: 'erase' }))
    expect(await erase()).toEqual({ erased: 0, anonymised: 0, kept: 2 })
  })

  it('outlive the account for as long as the brand says, and then go', async () => {
    const person = await createTestPerson('we-app')
    await decide(person, 'surveys', 'granted')
    const system = database('system')
    await system.account.update({ where: { id: person.id }, data: { state: 'erased', erasedAt: clock.now() } })
    const days = getManifest('we-app').categories.find(({ shape }) => shape === 'consent')?.retention.days ?? 0
    const removeKept = (inDays: number) =>
      system.$transaction(async (tx) => consentsHeld.removeKept?.(tx, 'we-app', clock.inDays(inDays)))
    expect(await removeKept(days - 1)).toBe(0)
    expect(await removeKept(days + 1)).toBe(1)
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aboutRecipient } from '#app/about-recipient.ts'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest, isRefusable, type Manifest, type Recipient } from '#lib/brands/index.ts'
import { consentHistory, decideConsent } from '#lib/consents/index.ts'
import { listDeliveries } from '#lib/deliveries/index.ts'
import { receiveRecords } from '#lib/intake/index.ts'
import { listWaysToPay } from '#lib/payments/index.ts'
import { seal, sha256, unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { checkManifest } from '../brands/check-manifest.ts'
import {
  acknowledgeRecipient,
  announceRecipients,
  countOpenAsks,
  decideRecipient,
  isRecipientAllowed,
  listRecipients,
} from './index.ts'

// The announcing goes over everybody of a brand.
beforeAll(useOwnDatabase)

const announce = (...manifests: Manifest[]) =>
  announceRecipients(systemGrant('test', 'recipients:announce', { brand: '' }), manifests)
const decide = (person: TestPerson, recipient: string, wanted: 'on' | 'off') =>
  decideRecipient(person.grant('consents:decide'), { recipient, wanted, locale: 'en' })
const consent = (person: TestPerson, purpose: string, decision: 'granted' | 'refused') =>
  decideConsent(person.grant('consents:decide'), { purpose, decision, locale: 'en' })
const viewOf = async (person: TestPerson, key: string) =>
  (await listRecipients(person.grant('consents:view'), 'en')).find(({ recipient }) => recipient.key === key)
const allowed = (person: TestPerson, key: string) =>
  inScope(person.grant('consents:view'), (tx) =>
    isRecipientAllowed(tx, { brand: person.brand, subject: person.id }, key),
  )
const asks = (person: TestPerson) => countOpenAsks(person.grant('consents:view'))

function withRecipient(manifest: Manifest, key: string, change: Partial<Recipient>): Manifest {
  return {
    ...manifest,
    recipients: manifest.recipients.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)),
  }
}

describe('the register', () => {
  it('[ENB-05] shows all seventeen SDKs with every field, asks about an added one, and lets it be refused', async () => {
    const manifest = getManifest('energybilling')
    for (const locale of LOCALES) {
      const sdks = manifest.recipients
        .filter(({ kind }) => kind === 'sdk')
        .map((entry) => aboutRecipient(manifest, entry, locale))
      expect(sdks).toHaveLength(17)
      for (const { sdk, name, country, ground } of sdks) {
        for (const text of [name, country, ground, sdk?.developer, sdk?.scenario, sdk?.purpose, sdk?.scope])
          expect(text).toMatch(/\S/)
        for (const text of [sdk?.processing, sdk?.method]) expect(text).toMatch(/\S/)
        expect(sdk?.privacyPolicy).toMatch(/^https?:/)
        expect(sdk?.website).toMatch(/^https?:/)
        expect(sdk?.packageNames.length).toBeGreaterThan(0)
        expect(Array.isArray(sdk?.permissions)).toBe(true)
      }
    }
    await announce(manifest)
    const [pushed, quiet] = [await createTestPerson('energybilling'), await createTestPerson('energybilling')]
    await consent(pushed, 'arrears_push', 'granted')
    const likeness = manifest.recipients.find(({ key }) => key === 'mipush')
    if (!likeness) throw new Error('no push SDK')
    const added = { ...likeness, key: 'honor_push', name: 'Honor Push' }
    const essential: Recipient = {
      ...likeness,
      key: 'crash_guard',
      essential: true,
      ground: 'partner',
      purposes: ['security'],
    }
    await announce({ ...manifest, recipients: [...manifest.recipients, added, essential] })
    expect([await asks(pushed), await asks(quiet)]).toEqual([2, 1])
    await announce({ ...manifest, recipients: [...manifest.recipients, added, essential] })
    expect([await asks(pushed), await asks(quiet)]).toEqual([2, 1])
    await announce(manifest)
    expect([await asks(pushed), await asks(quiet)]).toEqual([0, 0])

    expect((await viewOf(pushed, 'mipush'))?.withheld).toBeNull()
    await decide(pushed, 'mipush', 'off')
    expect(await viewOf(pushed, 'mipush')).toMatchObject({ withheld: 'refused', decision: 'refused' })
    expect(await allowed(pushed, 'mipush')).toBe(false)
    expect(await allowed(pushed, 'huawei_push')).toBe(true)
    for (const key of ['uni_app', 'weex', 'fresco', 'glide', 'gif_drawable', 'fastjson'])
      await expect(decide(pushed, key, 'off')).rejects.toMatchObject({ code: 'recipients.essential' })
  })

  it('[WBP-09] stands by the four grounds, and a changed purpose asks again', async () => {
    const manifest = getManifest('wellborne-plus')
    const grounds = new Set(manifest.recipients.map(({ ground }) => ground))
    expect(grounds).toEqual(new Set(['consent', 'law', 'affiliate', 'partner']))
    await announce(manifest)
    const [person, refuser, late] = await Promise.all(
      Array.from({ length: 3 }, () => createTestPerson('wellborne-plus')),
    )
    if (!person || !refuser || !late) throw new Error('no people')
    for (const one of [person, refuser]) await consent(one, 'partner_service', 'granted')
    await decide(refuser, 'service_partners', 'off')
    expect(await allowed(person, 'service_partners')).toBe(true)
    expect(await allowed(late, 'service_partners')).toBe(false)
    const text = { en: 'Also sell spare parts.', 'zh-CN': '还销售配件。', fr: 'Vendent aussi des pièces.' }
    await announce(withRecipient(manifest, 'service_partners', { purpose: text }))
    // Until the person says yes again, it gets nothing; who had refused is not asked, nor is who never allowed it.
    expect(await viewOf(person, 'service_partners')).toMatchObject({ withheld: 'asked', ask: { kind: 'changed' } })
    expect([await asks(refuser), await asks(late)]).toEqual([0, 0])
    await decide(person, 'service_partners', 'on')
    expect(await viewOf(person, 'service_partners')).toMatchObject({ withheld: null, ask: null, decision: 'granted' })
    const [entry] = await consentHistory(person.grant('consents:view'), { limit: 1 })
    expect(entry).toMatchObject({ purpose: 'recipient:service_partners', decision: 'granted' })
    // Announced and answered once more, with a no this time.
    await announce(manifest)
    expect(await asks(person)).toBe(1)
    await decide(person, 'service_partners', 'off')
    expect(await viewOf(person, 'service_partners')).toMatchObject({ withheld: 'refused', ask: null })
  })

  it('[WBP-11] shows disclosure to the public with its ground, and takes none without one', async () => {
    const manifest = getManifest('wellborne-plus')
    const open = manifest.recipients.filter(({ kind }) => kind === 'public')
    expect(open.map(({ ground, legalBasis }) => [ground, legalBasis])).toEqual([
      ['consent', 'consent'],
      ['law', 'legal_obligation'],
    ])
    const person = await createTestPerson('wellborne-plus')
    expect((await viewOf(person, 'public_by_consent'))?.withheld).toBe('purposes')
    const { legalBasis: _, ...groundless } = open[0] ?? {}
    const others = manifest.recipients.filter(({ kind }) => kind !== 'public')
    expect(() => checkManifest('test', { ...manifest, recipients: [...others, groundless] })).toThrow(/public/)
    expect(() =>
      checkManifest('test', { ...manifest, recipients: [...others, { ...open[0], ground: 'partner' }] }),
    ).toThrow(/public/)
    expect(() => checkManifest('test', { ...manifest, recipients: [...others, ...open] })).not.toThrow()
  })

  it('takes itself as known the first time, and asks nobody', async () => {
    const person = await createTestPerson('we-lock')
    await announce(getManifest('we-lock'))
    expect(await asks(person)).toBe(0)
    const rows = await database('system').recipientAnnouncement.findMany({ where: { brand: 'we-lock' } })
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['first']))
  })

  it('asks nobody of another brand, and informs about what cannot be refused', async () => {
    const manifest = getManifest('we-e-charge')
    await announce(manifest)
    const [person, other] = [await createTestPerson('we-e-charge'), await createTestPerson('we-app')]
    await announce(withRecipient(manifest, 'cloud_host', { country: 'FR' }))
    expect([await asks(person), await asks(other)]).toEqual([1, 0])
    await expect(decide(person, 'cloud_host', 'off')).rejects.toMatchObject({ code: 'recipients.essential' })
    await expect(acknowledgeRecipient(person.grant('consents:decide'), { recipient: 'stripe' })).rejects.toMatchObject({
      code: 'recipients.not_found',
    })
    await acknowledgeRecipient(person.grant('consents:decide'), { recipient: 'cloud_host' })
    expect(await asks(person)).toBe(0)
  })
})

describe('optional processing', () => {
  const collected = BRAND_KEYS.flatMap((brand) =>
    getManifest(brand).categories.flatMap((category) =>
      category.needsConsent ? [{ brand, category, purpose: category.needsConsent }] : [],
    ),
  )
  const recordOf = (person: TestPerson, category: (typeof collected)[number]['category']) => ({
    id: randomUUID(),
    category: category.key,
    subject: { ref: person.ref },
    occurredAt: '2026-11-01T10:00:00Z',
    fields: Object.fromEntries(
      category.fields
        .filter(({ required }) => required)
        .map((field) => [field.key, SAMPLE[field.type] ?? field.values?.[0] ?? 'x']),
    ),
  })
  const SAMPLE: Readonly<Record<string, unknown>> = {
    decimal: '1.5',
    integer: 1,
    boolean: true,
    datetime: '2026-11-01T10:00:00Z',
    ip: '192.0.2.1',
    list: ['x'],
  }
  const sendOne = async (person: TestPerson, category: (typeof collected)[number]['category']) => {
    const grant = systemGrant('test', 'intake:write', { brand: person.brand })
    const [outcome] = await receiveRecords(grant, { records: [recordOf(person, category)] })
    return outcome?.status === 'refused' ? outcome.reason : outcome?.status
  }

  it('[WEA-01] starts nowhere without a recorded consent: neither collecting nor sharing, in any brand', async () => {
    expect(collected.length).toBeGreaterThan(7)
    for (const { brand, category, purpose } of collected) {
      const person = await createTestPerson(brand)
      const where = `${brand} ${category.key}`
      expect(await sendOne(person, category), where).toBe('intake.consent_needed')
      await consent(person, purpose, 'granted')
      expect(await sendOne(person, category), where).toBe('stored')
      await consent(person, purpose, 'refused')
      expect(await sendOne(person, category), where).toBe('intake.consent_needed')
    }
    for (const brand of BRAND_KEYS) {
      const manifest = getManifest(brand)
      const person = await createTestPerson(brand)
      for (const { key, ground, legalBasis } of manifest.recipients)
        if (ground === 'consent' || legalBasis === 'consent')
          expect(await allowed(person, key), `${brand} ${key}`).toBe(false)
    }
  })
})

describe('a recipient', () => {
  it('gets nothing without a recorded consent to an optional purpose of it, and nothing after its withdrawal', async () => {
    for (const brand of BRAND_KEYS) {
      const manifest = getManifest(brand)
      const optional = manifest.purposes.filter(({ kind }) => kind === 'optional').map(({ key }) => key)
      const person = await createTestPerson(brand)
      const resting = manifest.recipients.filter(({ purposes }) => purposes.every((key) => optional.includes(key)))
      for (const { key, purposes } of resting) {
        expect(await allowed(person, key), `${brand} ${key}`).toBe(false)
        await consent(person, purposes[0] ?? '', 'granted')
        expect(await allowed(person, key), `${brand} ${key}`).toBe(true)
        await consent(person, purposes[0] ?? '', 'refused')
        expect(await allowed(person, key), `${brand} ${key}`).toBe(false)
      }
    }
  })

  it('[WEA-14] that is refused gets nothing from that moment, is told, and may be allowed again', async () => {
    const person = await createTestPerson('we-app')
    await consent(person, 'surveys', 'granted')
    await decide(person, 'survey_partner', 'off')
    expect(await allowed(person, 'survey_partner')).toBe(false)
    const told = () => listDeliveries(person.grant('consents:view'), { limit: 20 })
    expect((await told())[0]).toMatchObject({ recipient: 'survey_partner', purpose: 'recipient:survey_partner' })
    await decide(person, 'survey_partner', 'on')
    expect(await allowed(person, 'survey_partner')).toBe(true)
    await decide(person, 'survey_partner', 'on')
    expect(await told()).toHaveLength(3)
  })

  it('is decided about with its own words, and refused where they have changed', async () => {
    const person = await createTestPerson('we-app')
    const stale = { recipient: 'stripe', wanted: 'off', locale: 'en', shown: '0'.repeat(64) } as const
    await expect(decideRecipient(person.grant('consents:decide'), stale)).rejects.toMatchObject({
      code: 'consents.text_changed',
    })
    await expect(decide(person, 'nobody', 'off')).rejects.toMatchObject({ code: 'recipients.not_found' })
    const view = await viewOf(person, 'stripe')
    await decideRecipient(person.grant('consents:decide'), { ...stale, shown: view?.shown ?? '' })
    const [entry] = await consentHistory(person.grant('consents:view'), { limit: 1 })
    expect(entry?.text).toContain(view?.consequence)
  })

  it('that can be refused says in every language what that costs', () => {
    for (const brand of BRAND_KEYS)
      for (const recipient of getManifest(brand).recipients.filter(isRefusable))
        for (const locale of LOCALES) expect(recipient.refusal?.[locale], `${brand} ${recipient.key}`).toMatch(/\S/)
  })
})

describe('mail about a new or changed recipient', () => {
  it('goes to each person who is asked, once about all, in their language, and to nobody else', async () => {
    const manifest = getManifest('energybilling')
    await announce(manifest)
    const grantPush = async (locale: string) => {
      const person = await createTestPerson('energybilling', { locale })
      const identity = { id: randomUUID(), brand: person.brand, subjectId: person.id, kind: 'email' }
      const sealed = seal(`${person.id}@example.org`, `sign_in_identifier ${identity.id}`)
      await database('system').signInIdentifier.create({
        data: { ...identity, blindIndex: sha256(identity.id), sealed, verifiedAt: new Date() },
      })
      return person
    }
    const [pushed, quiet] = [await grantPush('fr'), await grantPush('en')]
    await consent(pushed, 'arrears_push', 'granted')
    const likeness = manifest.recipients.find(({ key }) => key === 'mipush')
    if (!likeness) throw new Error('no push SDK')
    const added = ['Vivo Push', 'Nubia Push'].map((name, at) => ({ ...likeness, key: `push_${at}`, name }))
    for (let time = 0; time < 2; time += 1)
      await announce({ ...manifest, recipients: [...manifest.recipients, ...added] })
    const mails = async (person: TestPerson) => {
      const rows = await database('system').outgoingMessage.findMany({ where: { subjectId: person.id } })
      return rows.map(({ id, sealed }) => JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)))
    }
    expect(await mails(pushed)).toEqual([
      expect.objectContaining({
        kind: 'recipients.asked',
        to: `${pushed.id}@example.org`,
        locale: 'fr',
        values: { names: expect.stringMatching(/^(Vivo|Nubia) Push et (Vivo|Nubia) Push$/), count: 2 },
        path: '/energybilling/me/choices/recipients',
      }),
    ])
    expect(await mails(quiet)).toEqual([])
    // The same register again after a change of one: a mail about that one.
    const changed = added.map((entry, at) => (at === 0 ? { ...entry, country: 'SG' } : entry))
    await announce({ ...manifest, recipients: [...manifest.recipients, ...changed] })
    const all = await mails(pushed)
    expect(all.map(({ values }) => values)).toContainEqual({ names: 'Vivo Push', count: 1 })
    expect(all).toHaveLength(2)
  })
})

describe('a way to pay', () => {
  it('is not offered through whom the person refused, and says why', async () => {
    const person = await createTestPerson('energybilling')
    const ways = async () =>
      (await listWaysToPay(person.grant('bills:view'), 'CNY')).map(({ method, withheld }) => [
        method,
        withheld?.why ?? null,
      ])
    const before = await ways()
    expect(before.map(([method]) => method)).toEqual(['card', 'alipay', 'wechat_pay', 'paypal'])
    expect(before.every(([, why]) => why === null)).toBe(true)
    await decide(person, 'alipay', 'off')
    expect((await ways()).filter(([, why]) => why !== null)).toEqual([['alipay', 'refused']])
    await decide(person, 'alipay', 'on')
    expect(await ways()).toEqual(before)
  })
})

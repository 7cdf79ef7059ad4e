import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { permitUse } from '#lib/devices/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import schema from './consent-receipt.schema.json' with { type: 'json' }
import { consentHistory, decideConsent, getReceipt } from './index.ts'
import { WAYS } from './schema.ts'
import { termsOf } from './terms-of.ts'

const fits = new Ajv({ allErrors: true }).compile(schema)
const receiptsOf = async (person: TestPerson) => {
  const entries = await consentHistory(person.grant('consents:view'), { limit: 100 })
  return Promise.all(entries.map(({ id }) => getReceipt(person.grant('consents:view'), id)))
}

describe('receipts', () => {
  it.each(BRAND_KEYS)('%s: every decision has one that the schema accepts, in every language', async (brand) => {
    const person = await createTestPerson(brand)
    const optional = getManifest(brand).purposes.filter(({ kind }) => kind === 'optional')
    for (const [at, { key }] of optional.entries()) {
      const locale = LOCALES[at % LOCALES.length] ?? 'en'
      for (const decision of ['refused', 'granted', 'refused'] as const)
        await decideConsent(person.grant('consents:decide'), { purpose: key, decision, locale })
    }
    const receipts = await receiptsOf(person)
    expect(receipts).toHaveLength(optional.length * 3)
    for (const receipt of receipts) {
      expect(fits(JSON.parse(JSON.stringify(receipt))), JSON.stringify(fits.errors)).toBe(true)
      const { 'dct:description': text, 'openbook:sha256': digest } = receipt['dpv:hasRecordOfActivity']['dpv:hasNotice']
      expect(sha256(text ?? '').toString('hex')).toBe(digest)
    }
    const states = receipts.map((receipt) => receipt['dpv:hasRecordOfActivity']['dpv:hasConsentStatus'][0]?.['@type'])
    expect(new Set(states)).toEqual(new Set(['dpv:ConsentGiven', 'dpv:ConsentRefused', 'dpv:ConsentWithdrawn']))
  })

  it('name the phone and the use where that was decided, and the recipients where there are some', async () => {
    const person = await createTestPerson('wellborne-plus')
    const { id: deviceId } = await database('system').device.create({
      data: { brand: person.brand, subjectId: person.id, kind: 'phone', serial: 'p', model: 'Pixel', name: 'Pixel' },
    })
    const use = { deviceId, permission: 'camera', use: 'scan_charger', locale: 'fr' } as const
    await permitUse(person.grant('devices:permit'), { ...use, wanted: 'on' })
    await decideConsent(person.grant('consents:decide'), {
      purpose: 'partner_service',
      decision: 'granted',
      locale: 'en',
    })
    const [shared, phone] = await receiptsOf(person)
    for (const receipt of [shared, phone]) expect(fits(receipt), JSON.stringify(fits.errors)).toBe(true)
    expect(phone?.['dpv:hasRecordOfActivity']['dpv:hasConsentStatus'][0]).toMatchObject({
      'openbook:way': 'function',
      'openbook:device': deviceId,
    })
    const { 'dpv:hasRecipient': recipients } = shared?.['dpv:hasRecordOfActivity']['dpv:hasProcess'] ?? {}
    expect(recipients).toMatchObject([{ 'dct:identifier': 'service_partners', 'dpv:hasCountry': 'loc:CN' }])
  })

  it('say who got the data when it was decided, whoever does by the time the receipt is taken', async () => {
    const person = await createTestPerson('wellborne-plus')
    const manifest = getManifest(person.brand)
    const purpose = 'partner_service'
    await decideConsent(person.grant('consents:decide'), { purpose, decision: 'granted', locale: 'fr' })
    const [{ id, decidedAt } = { id: '', decidedAt: new Date(0) }] = await consentHistory(
      person.grant('consents:view'),
      { limit: 1 },
    )
    // The brand finds others to give it to.
    const before = manifest.recipients.splice(0)
    try {
      manifest.recipients.push(...before.map((entry) => ({ ...entry, name: 'Somebody else', country: 'US' })))
      const { 'dpv:hasProcess': process } = (await getReceipt(person.grant('consents:view'), id))[
        'dpv:hasRecordOfActivity'
      ]
      expect(process['openbook:asOf']).toBe(decidedAt.toISOString())
      expect(process).not.toHaveProperty('dct:description')
      const now = termsOf(manifest, { purpose, locale: 'fr', deviceId: null })
      expect(now['dpv:hasRecipient']).toMatchObject([{ 'dpv:hasName': 'Somebody else' }])
      manifest.recipients.splice(0, Infinity, ...before)
      expect(process).toMatchObject(termsOf(manifest, { purpose, locale: 'fr', deviceId: null }))
      expect(process['dpv:hasRecipient']).toMatchObject([{ 'dpv:hasCountry': 'loc:CN' }])
    } finally {
      manifest.recipients.splice(0, Infinity, ...before)
    }
  })

  it('say so where it was not kept with a decision who got the data then', async () => {
    const person = await createTestPerson('wellborne-plus')
    const { id } = await database('system').consentRecord.create({
      data: {
        brand: person.brand,
        subjectId: person.id,
        purpose: 'partner_service',
        decision: 'granted',
        noticeVersion: '1',
        locale: 'fr',
        textHash: sha256('of then'),
      },
    })
    const receipt = await getReceipt(person.grant('consents:view'), id)
    expect(fits(receipt), JSON.stringify(fits.errors)).toBe(true)
    const { 'dpv:hasProcess': process } = receipt['dpv:hasRecordOfActivity']
    expect(process).toMatchObject({ 'dct:description': expect.stringContaining('n’a pas été conservé') })
    expect(process['openbook:asOf'] > new Date(Date.now() - 600_000).toISOString()).toBe(true)
  })

  it.each(WAYS)('are accepted by the schema for a decision made by %s', async (way) => {
    const person = await createTestPerson('we-app')
    const { id } = await database('system').consentRecord.create({
      data: {
        brand: person.brand,
        subjectId: person.id,
        purpose: way === 'payment' ? 'card:keep' : 'surveys',
        decision: 'withdrawn',
        noticeVersion: '1',
        locale: 'en',
        textHash: sha256(''),
        way,
      },
    })
    const receipt = await getReceipt(person.grant('consents:view'), id)
    expect(fits(receipt), JSON.stringify(fits.errors)).toBe(true)
  })

  it('are refused by the schema when something that must be there is missing', async () => {
    const person = await createTestPerson('we-app')
    await decideConsent(person.grant('consents:decide'), { purpose: 'surveys', decision: 'granted', locale: 'en' })
    const [receipt] = await receiptsOf(person)
    const record = receipt?.['dpv:hasRecordOfActivity']
    expect(record).toBeDefined()
    for (const key of Object.keys(record ?? {})) {
      const lacking = Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => name !== key))
      expect(fits({ ...receipt, 'dpv:hasRecordOfActivity': lacking }), key).toBe(false)
    }
  })

  it('are for the person alone', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('we-app')]
    await decideConsent(person.grant('consents:decide'), { purpose: 'surveys', decision: 'granted', locale: 'en' })
    const [entry] = await consentHistory(person.grant('consents:view'), { limit: 1 })
    await expect(getReceipt(other.grant('consents:view'), entry?.id ?? '')).rejects.toMatchObject({
      code: 'consents.not_found',
    })
  })
})

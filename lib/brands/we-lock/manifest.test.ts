import { describe, expect, it } from 'vitest'
import { checkManifest } from '../check-manifest.ts'
import { manifest as written } from './manifest.ts'
import promises from './promises.json' with { type: 'json' }

const manifest = checkManifest('lib/brands/we-lock/manifest.ts', written)
const category = (key: string) => manifest.categories.find((entry) => entry.key === key)
const fieldsOf = (key: string) => category(key)?.fields.map((field) => field.key)
const purpose = (key: string) => manifest.purposes.find((entry) => entry.key === key)

const NINE_PURPOSES = [
  'provide_products',
  'personalise',
  'run_and_transact',
  'after_sales',
  'promotion',
  'internal_analysis',
  'safety_notices',
  'prevent_fraud',
  'as_you_agree',
]

describe('the manifest of WE.LOCK', () => {
  it('is for people of 18 and older, and asks for the birth date', () => {
    expect(manifest.minimumAge).toBe(18)
    expect(category('registration')?.fields.find((field) => field.key === 'birth_date')?.required).toBe(true)
  })

  it('signs in by mail or by phone, one of which is enough, and holds a nickname', () => {
    expect(manifest.signIn.anyOf).toBe(true)
    expect(manifest.signIn.identifiers.map((identifier) => identifier.kind)).toEqual(['email', 'phone'])
    expect(manifest.profileFields.map((field) => field.key)).toContain('nickname')
  })

  it('names the nine purposes in the order of the policy', () => {
    expect(manifest.purposes.slice(0, 9).map((entry) => entry.key)).toEqual(NINE_PURPOSES)
  })

  it('locks safety notices alone, and says why', () => {
    const locked = manifest.purposes.filter((entry) => entry.kind === 'locked')
    expect(locked.map((entry) => entry.key)).toEqual(['safety_notices'])
    expect(locked[0]?.consequence.en).toContain('faulty lock')
  })

  it('asks about combining data, questionnaires, location and advertising by themselves', () => {
    for (const key of ['combine_data', 'questionnaires', 'use_location', 'advertising'])
      expect(purpose(key)).toMatchObject({ kind: 'optional', legalBasis: 'consent' })
  })

  it('gives each optional purpose a notice', () => {
    for (const entry of manifest.purposes) if (entry.kind === 'optional') expect(entry.notice, entry.key).toBeDefined()
  })

  it('declares the logs field by field', () => {
    expect(fieldsOf('device_log')).toEqual(['model', 'os_version', 'identifier', 'battery_percent'])
    expect(fieldsOf('software_log')).toEqual(expect.arrayContaining(['software_version', 'browser_type']))
    expect(fieldsOf('service_log')).toEqual(['event', 'subject', 'referrer', 'ip_address'])
  })

  it('keeps questionnaires apart, with a purpose and a retention of their own', () => {
    expect(category('questionnaires')).toMatchObject({ purposes: ['questionnaires'], retention: { days: 365 } })
    expect(fieldsOf('questionnaires')).toEqual(expect.arrayContaining(['name', 'phone', 'home_address']))
    expect(manifest.categories.filter(({ purposes }) => purposes.includes('questionnaires'))).toHaveLength(1)
  })

  it('lets no sensitive category be stored without consent', () => {
    const sensitive = manifest.categories.filter((entry) => entry.sensitive)
    expect(sensitive.map((entry) => entry.key)).toEqual(['questionnaires', 'location'])
    for (const entry of sensitive) expect(entry.needsConsent, entry.key).toBeDefined()
  })

  it('says of each place how it was found, and of each photo where it was taken', () => {
    expect(category('location')?.fields[0]).toMatchObject({ key: 'method', values: ['ip', 'gps', 'wlan'] })
    expect(category('uploads')?.fields.find((field) => field.key === 'geotag')?.sensitive).toBe(true)
  })

  it('has cookies of each category to choose among', () => {
    const kinds = new Set(manifest.cookies.map((cookie) => cookie.category))
    expect([...kinds].toSorted()).toEqual(['advertising', 'necessary', 'preferences', 'statistics'])
  })

  it('has an older policy to compare with, and one in force', () => {
    const inForce = manifest.policies.filter((policy) => policy.effectiveOn <= '2026-11-22')
    expect(inForce.map((policy) => policy.effectiveOn)).toEqual(['2021-02-15', '2026-09-01'])
    expect(inForce[0]?.sections.length).toBeLessThan(inForce[1]?.sections.length ?? 0)
  })

  it('lists its thirteen promises', () => {
    expect(promises.map((promise) => promise.id)).toEqual(
      Array.from({ length: 13 }, (_, at) => `LCK-${String(at + 1).padStart(2, '0')}`),
    )
  })
})

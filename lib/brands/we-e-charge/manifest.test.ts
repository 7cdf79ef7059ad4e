import { describe, expect, it } from 'vitest'
import { checkManifest } from '../check-manifest.ts'
import { manifest as written } from './manifest.ts'
import promises from './promises.json' with { type: 'json' }

const manifest = checkManifest('lib/brands/we-e-charge/manifest.ts', written)
const category = (key: string) => manifest.categories.find((entry) => entry.key === key)

describe('the manifest of WE E-Charge', () => {
  it('asks for an account name and a password, and leaves e-mail optional', () => {
    expect(manifest.signIn.proof).toBe('password')
    expect(manifest.signIn.identifiers.map(({ kind, required }) => [kind, required])).toEqual([
      ['account_name', true],
      ['email', false],
    ])
    const required = category('registration')?.fields.filter((field) => field.required && field.type === 'text')
    expect(required?.map((field) => field.key)).toEqual(['account_name'])
  })

  it('declares the seven facts about a phone, each with three labels, for a purpose that needs consent', () => {
    const phone = category('phone_information')
    expect(phone?.fields.map((field) => field.key)).toEqual([
      'device_name',
      'device_model',
      'device_identifier',
      'os_and_app_version',
      'language',
      'resolution',
      'plmn',
    ])
    expect(phone).toMatchObject({ needsConsent: 'display_and_service', source: 'phone_app', intake: true })
    expect(phone?.fields.find((field) => field.key === 'device_identifier')?.sensitive).toBe(true)
  })

  it('keeps location on the phone: worked on there, refused by intake, declared nowhere', () => {
    expect(manifest.permissions.find((permission) => permission.key === 'location')?.processing).toBe('on_device')
    const refused = manifest.onDeviceOnly.flatMap((entry) => entry.refusedFields)
    expect(refused).toEqual(expect.arrayContaining(['location', 'latitude', 'longitude', 'wifi_ssid']))
    const declared = manifest.categories.flatMap((entry) => entry.fields.map((field) => field.key))
    expect(declared.filter((key) => refused.includes(key))).toEqual([])
    expect(category('location')).toBeUndefined()
  })

  it('uses the camera for one thing, and says how to do without it', () => {
    const camera = manifest.permissions.find((permission) => permission.key === 'camera')
    expect(camera?.uses.map((use) => use.key)).toEqual(['scan_charger'])
    expect(camera?.consequence.en).toContain('type the number')
  })

  it('gives each optional purpose a notice and asks for consent', () => {
    const optional = manifest.purposes.filter((purpose) => purpose.kind === 'optional')
    expect(optional.map((purpose) => purpose.key)).toEqual(['display_and_service', 'usage_statistics', 'news'])
    for (const purpose of optional) {
      expect(purpose.legalBasis).toBe('consent')
      expect(purpose.notice).toBeDefined()
    }
  })

  it('links the policy of each app through which an account may come', () => {
    expect(manifest.entryApps.length).toBeGreaterThan(0)
    for (const app of manifest.entryApps) expect(app.policyUrl).toMatch(/^https:/)
  })

  it('has an older policy to compare with, and one in force', () => {
    const inForce = manifest.policies.filter((policy) => policy.effectiveOn <= '2026-11-22')
    expect(inForce.map((policy) => policy.version)).toEqual(['1.0', '2.0'])
    expect(inForce[0]?.sections.length).toBeLessThan(inForce[1]?.sections.length ?? 0)
  })

  it('lists its eleven promises', () => {
    expect(promises.map((promise) => promise.id)).toEqual(
      Array.from({ length: 11 }, (_, at) => `ECH-${String(at + 1).padStart(2, '0')}`),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { checkManifest } from '../check-manifest.ts'
import { manifest as written } from './manifest.ts'
import promises from './promises.json' with { type: 'json' }

const manifest = checkManifest('lib/brands/we-app/manifest.ts', written)
const category = (key: string) => manifest.categories.find((entry) => entry.key === key)
const fieldsOf = (key: string) => category(key)?.fields.map((field) => field.key)

const ELEVEN_PURPOSES = [
  'provide_service',
  'verify_identity',
  'answer_requests',
  'detect_fraud',
  'improve',
  'support',
  'surveys',
  'service_information',
  'measure_advertising',
  'important_notices',
  'legal_duty',
]

describe('the manifest of We app', () => {
  it('[WEA-02] names the eleven purposes, and each data category names the ones it serves', () => {
    const declared = manifest.purposes.map((purpose) => purpose.key)
    expect(declared.filter((key) => key !== 'use_location').toSorted()).toEqual(ELEVEN_PURPOSES.toSorted())
    for (const { key, purposes } of manifest.categories) {
      expect(purposes.length, key).toBeGreaterThan(0)
      for (const purpose of purposes) expect(declared, key).toContain(purpose)
    }
  })

  it('lets each optional purpose wait for consent, with a notice of its own', () => {
    const optional = manifest.purposes.filter((purpose) => purpose.kind === 'optional')
    expect(optional.length).toBe(5)
    for (const purpose of optional) {
      expect(purpose.legalBasis).toBe('consent')
      expect(purpose.notice).toBeDefined()
    }
  })

  it('declares device information and access logs with system, IP address, browser and language', () => {
    expect(fieldsOf('device_information')).toEqual(['os_type', 'browser_type', 'language'])
    expect(fieldsOf('access_log')).toEqual(['ip_address', 'os_type', 'browser_type', 'language'])
  })

  it('stores no location without consent, and lets each one be deleted', () => {
    expect(category('location')).toMatchObject({ needsConsent: 'use_location', deletable: true, sensitive: true })
  })

  it('says of what others gave that they gave it, without a field for their name', () => {
    expect(category('from_others')).toMatchObject({ source: 'other_user', intake: true })
    expect(fieldsOf('from_others')).toEqual(['given_by', 'occasion', 'statement'])
  })

  it('names a ground for all that stays after closing, and a time', () => {
    const kept = manifest.categories.filter(({ retention }) => retention.keptGround !== undefined)
    expect(kept.map(({ key, retention }) => [key, retention.keptGround])).toEqual([
      ['sign_in_log', 'fraud'],
      ['consents', 'law'],
      ['requests', 'support'],
      ['bills', 'law'],
      ['payments', 'law'],
    ])
    for (const { key, retention } of manifest.categories)
      if (retention.rule === 'after_closing') expect(retention.keptGround, key).toBeDefined()
  })

  it('shares with partners by consent only, each with a switch', () => {
    const byConsent = manifest.recipients.filter((recipient) => recipient.ground === 'consent')
    expect(byConsent.length).toBe(3)
    for (const recipient of byConsent) {
      expect(recipient.essential).toBe(false)
      for (const key of recipient.purposes)
        expect(manifest.purposes.find((purpose) => purpose.key === key)?.kind).toBe('optional')
    }
  })

  it('is for people of 13 and older', () => {
    expect(manifest.minimumAge).toBe(13)
  })

  it('has an older policy to compare with, and one in force', () => {
    const inForce = manifest.policies.filter((policy) => policy.effectiveOn <= '2026-11-22')
    expect(inForce.map((policy) => policy.effectiveOn)).toEqual(['2015-02-12', '2026-07-01'])
    expect(inForce[0]?.sections.length).toBeLessThan(inForce[1]?.sections.length ?? 0)
  })

  it('lists its seventeen promises', () => {
    expect(promises.map((promise) => promise.id)).toEqual(
      Array.from({ length: 17 }, (_, at) => `WEA-${String(at + 1).padStart(2, '0')}`),
    )
  })
})

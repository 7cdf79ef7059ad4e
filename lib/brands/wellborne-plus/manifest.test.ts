import { describe, expect, it } from 'vitest'
import { checkManifest } from '../check-manifest.ts'
import { manifest as written } from './manifest.ts'
import promises from './promises.json' with { type: 'json' }

const manifest = checkManifest('lib/brands/wellborne-plus/manifest.ts', written)
const category = (key: string) => manifest.categories.find((entry) => entry.key === key)

/** Consent, or one of the eleven cases that need none. */
const GROUNDS = [
  'consent',
  'public_security',
  'public_health',
  'criminal_procedure',
  'vital_interest',
  'published_by_person',
  'lawful_public_source',
  'contract',
  'safe_operation',
  'news_reporting',
  'research',
  'legal_obligation',
]

describe('the manifest of Wellborne Plus', () => {
  it('[WBP-05] names consent or one of the eleven grounds for each category and each disclosure', () => {
    expect(GROUNDS).toHaveLength(12)
    for (const { key, legalBasis } of manifest.categories) expect(GROUNDS, key).toContain(legalBasis)
    for (const { key, legalBasis } of manifest.recipients) expect(GROUNDS, key).toContain(legalBasis)
    for (const { key, legalBasis } of manifest.purposes) expect(GROUNDS, key).toContain(legalBasis)
  })

  it('signs people up by a verified e-mail and a code', () => {
    expect(manifest.signIn).toEqual({
      identifiers: [{ kind: 'email', required: true, verified: true, changedBy: 'person' }],
      anyOf: false,
      proof: 'code',
    })
  })

  it('needs neither nickname nor picture, and their purpose is optional', () => {
    expect(manifest.profileFields.filter((field) => field.required)).toEqual([])
    expect(manifest.profileFields.map((field) => field.key)).toEqual(['nickname', 'avatar', 'country'])
    expect(category('profile')?.purposes).toEqual(['personal_touch'])
    expect(category('charging_sessions')?.legalBasis).toBe('contract')
  })

  it('logs IP address, system version, date and time of access', () => {
    const fields = category('access_log')?.fields.map((field) => field.key)
    expect(fields).toEqual(expect.arrayContaining(['accessed_at', 'ip_address', 'os_version']))
  })

  it('uses camera and storage for two things each', () => {
    expect(manifest.permissions.map(({ key, uses }) => [key, uses.map((use) => use.key)])).toEqual([
      ['camera', ['scan_charger', 'avatar_photo']],
      ['storage', ['charger_picture', 'avatar_picture']],
    ])
  })

  it('asks apart for news, for tracking in mails, for statistics and for transfer', () => {
    const optional = manifest.purposes.filter((purpose) => purpose.kind === 'optional')
    expect(optional.map((purpose) => purpose.key)).toEqual(
      expect.arrayContaining(['marketing_mail', 'mail_tracking', 'website_statistics', 'transfer_abroad']),
    )
    for (const purpose of optional)
      expect([purpose.legalBasis, purpose.notice !== undefined]).toEqual(['consent', true])
    expect(category('mail_activity')?.needsConsent).toBe('mail_tracking')
    expect(category('website_visits')?.needsConsent).toBe('website_statistics')
  })

  it('lists each cookie with purpose and lifetime, and only statistics are optional', () => {
    const optional = manifest.cookies.filter((cookie) => ['statistics', 'advertising'].includes(cookie.category))
    expect(optional.map((cookie) => cookie.name)).toEqual(['openbook.visits'])
  })

  it('shares on all four grounds, and publishes only by consent or law', () => {
    expect(new Set(manifest.recipients.map((entry) => entry.ground))).toEqual(
      new Set(['consent', 'law', 'affiliate', 'partner']),
    )
    const open = manifest.recipients.filter((entry) => entry.kind === 'public')
    expect(open.map((entry) => entry.ground)).toEqual(['consent', 'law'])
    for (const entry of open) expect(entry.categories).toEqual([])
  })

  it('stores in mainland China and transfers only by consent', () => {
    expect(manifest.storage).toMatchObject({ region: 'CN', transfersAbroad: 'consent' })
    const workers = manifest.recipients.filter((entry) => entry.kind === 'processor' && entry.essential)
    for (const entry of workers) expect(entry.country).toBe('CN')
  })

  it('knows five grounds for deletion, eight reasons to refuse, and thirty days', () => {
    expect(manifest.deletionGrounds).toHaveLength(5)
    expect(manifest.refusalReasons).toHaveLength(8)
    expect(manifest.answerDays).toBe(30)
  })

  it('has the policy of 2023 in the archive and a longer one in force', () => {
    expect(manifest.policies.map((policy) => policy.effectiveOn)).toEqual(['2023-12-29', '2026-09-01', '2026-11-02'])
    const [first, major, current] = manifest.policies
    expect(first?.sections.length).toBeLessThan(current?.sections.length ?? 0)
    expect(major?.changeKinds).toContain('recipients')
    expect(current?.changeKinds).toEqual(['minor'])
  })

  it('lists its twenty-three promises', () => {
    expect(promises.map((promise) => promise.id)).toEqual(
      Array.from({ length: 23 }, (_, at) => `WBP-${String(at + 1).padStart(2, '0')}`),
    )
  })
})

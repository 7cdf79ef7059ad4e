import { describe, expect, it } from 'vitest'
import { inScope } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest, policyText } from '#lib/brands/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { publishDrafts } from '#lib/testing/publish-drafts.ts'
import { acceptPolicy, policyAcceptance, policyVersions, versionBefore } from './index.ts'

publishDrafts('energybilling')

const day = (text: string) => new Date(`${text}T12:00:00Z`)

describe('policy versions', () => {
  it('are in force, announced or archived by their day', () => {
    const manifest = getManifest('energybilling')
    const now = policyVersions(manifest, day('2026-11-22'))
    expect(now.inForce.version).toBe('2.0')
    expect(now.announced.map(({ version }) => version)).toEqual(['3.0'])
    expect(now.archived.map(({ version }) => version)).toEqual(['1.0'])
    const later = policyVersions(manifest, day('2027-01-15'))
    expect(later.inForce.version).toBe('3.0')
    expect(later.announced).toEqual([])
    expect(later.archived.map(({ version }) => version)).toEqual(['2.0', '1.0'])
    expect(versionBefore(manifest, later.inForce)?.version).toBe('2.0')
  })

  it('exist twice or more in every brand, so that there is an archive', () => {
    for (const brand of BRAND_KEYS)
      expect(policyVersions(getManifest(brand), day('2026-11-22')).archived.length).toBeGreaterThan(0)
  })
})

describe('accepting a policy', () => {
  it('is asked for until the version in force is accepted, and is recorded once with the digest of the text', async () => {
    const person = await createTestPerson('energybilling')
    expect((await policyAcceptance(person.grant('consents:view'))).asks).toBe(true)
    const grant = person.grant('policies:accept')
    await acceptPolicy(grant, { version: '2.0', locale: 'zh-CN' })
    await acceptPolicy(grant, { version: '2.0', locale: 'en' })
    const state = await policyAcceptance(person.grant('consents:view'))
    expect(state.asks).toBe(false)
    expect(state.accepted.map(({ version, locale }) => [version, locale])).toEqual([['2.0', 'zh-CN']])
    const rows = await inScope(person.grant('consents:view'), (tx) => tx.policyAcceptance.findMany())
    const policy = getManifest('energybilling').policies.find(({ version }) => version === '2.0')
    expect(policy && Buffer.from(rows[0]?.textHash ?? [])).toEqual(policy && sha256(policyText(policy, 'zh-CN')))
  })

  it('is asked for again after a material change only', async () => {
    const person = await createTestPerson('energybilling')
    await database('system').policyAcceptance.create({
      data: { brand: person.brand, subjectId: person.id, version: '1.0', locale: 'en', textHash: sha256('') },
    })
    expect((await policyAcceptance(person.grant('overview:view'))).asks).toBe(true)
  })

  it('takes a version that is announced, and none that is past or foreign', async () => {
    const person = await createTestPerson('energybilling')
    await acceptPolicy(person.grant('policies:accept'), { version: '3.0', locale: 'fr' })
    for (const version of ['1.0', '9.9'])
      await expect(acceptPolicy(person.grant('policies:accept'), { version, locale: 'en' })).rejects.toMatchObject({
        code: 'policies.not_in_force',
      })
  })
})

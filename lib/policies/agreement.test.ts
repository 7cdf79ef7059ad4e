import { describe, expect, it } from 'vitest'
import { findSessionActor, issueGrant, type Permission } from '#lib/access/index.ts'
import { getManifest, policyToAgreeTo } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { randomToken, sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { publishDrafts } from '#lib/testing/publish-drafts.ts'
import { acceptPolicy, comparePolicies, policyAcceptance } from './index.ts'

publishDrafts('energybilling')

const system = () => database('system')

/** A person who agreed to some versions and signed in, and what their session may. */
async function signedIn(brand: string, ...accepted: readonly string[]) {
  const person = await createTestPerson(brand)
  const of = { brand, subjectId: person.id }
  for (const version of accepted)
    await system().policyAcceptance.create({ data: { ...of, version, locale: 'en', textHash: sha256(version) } })
  const token = sha256(randomToken())
  const { id } = await system().session.create({
    data: { ...of, tokenHash: token, ip: '192.0.2.1', client: 'test', expiresAt: clock.inDays(1) },
  })
  const actor = async () => {
    const view = await findSessionActor(id, token)
    if (view?.actor.kind !== 'person') throw new Error('not signed in')
    return view.actor
  }
  const refusal = async (permission: Permission) => {
    try {
      issueGrant(await actor(), permission, { brand })
      return null
    } catch (fault) {
      if (fault instanceof Refusal) return fault.code
      throw fault
    }
  }
  return { person, of, actor, refusal }
}

describe('after a major change of the policy', () => {
  it('[WEA-17] every page waits for agreement; asking, taking along and closing do not, and agreeing opens all', async () => {
    const { person, actor, refusal } = await signedIn('we-app', '1.0')
    expect((await actor()).agreementDue).toBe(true)
    for (const page of ['overview:view', 'inventory:view', 'devices:view', 'consents:view', 'bills:view'] as const)
      expect(await refusal(page)).toBe('access.agreement')
    for (const way of ['account:cancel', 'exports:request', 'exports:download', 'requests:open'] as const)
      expect(await refusal(way)).toBeNull()
    const state = await policyAcceptance(person.grant('policies:accept'))
    expect([state.asks, state.agreed?.version, state.inForce.version]).toEqual([true, '1.0', '2.0'])
    const [agreed, inForce] = [state.agreed, state.inForce]
    if (!agreed) throw new Error('agreed to nothing')
    const parts = comparePolicies(agreed, inForce, 'en').flatMap(({ blocks }) => blocks.flatMap(({ parts }) => parts))
    expect(new Set(parts.map(({ kind }) => kind))).toEqual(new Set(['same', 'removed', 'added']))
    await acceptPolicy(person.grant('policies:accept'), { version: '2.0', locale: 'en' })
    expect((await actor()).agreementDue).toBe(false)
    expect(await refusal('overview:view')).toBeNull()
  })

  it('[WEA-17] refusing loses nothing: no row goes, and whoever closes the account need not agree any more', async () => {
    const { of, refusal } = await signedIn('we-app', '1.0')
    await system().consentRecord.create({
      data: {
        ...of,
        purpose: 'surveys',
        decision: 'granted',
        noticeVersion: '1.0',
        locale: 'en',
        textHash: sha256(''),
      },
    })
    expect(await refusal('consents:view')).toBe('access.agreement')
    expect(await system().consentRecord.count({ where: of })).toBe(1)
    await system().account.update({ where: { id: of.subjectId }, data: { state: 'closing' } })
    expect(await refusal('inventory:view')).toBeNull()
  })

  it('[WBP-22] a minor version asks nobody; each of the six major kinds does', async () => {
    const manifest = getManifest('wellborne-plus')
    const day = new Date('2026-11-22T12:00:00Z')
    expect(policyToAgreeTo(manifest, ['2.0'], day)).toBeNull()
    expect(policyToAgreeTo(manifest, ['1.0'], day)?.version).toBe('2.1')
    expect(policyToAgreeTo(manifest, [], day)?.version).toBe('2.1')
    expect(policyToAgreeTo(manifest, ['no such version'], day)?.version).toBe('2.1')
    const minor = manifest.policies.find(({ version }) => version === '2.1')
    if (!minor) throw new Error('the minor version is missing')
    const kinds = [
      'service_model',
      'ownership',
      'recipients',
      'rights',
      'responsible_department',
      'security_risk',
    ] as const
    for (const kind of kinds) {
      const policies = manifest.policies.map((one) => (one === minor ? { ...minor, changeKinds: [kind] } : one))
      expect(policyToAgreeTo({ ...manifest, policies }, ['2.0'], day)?.version, kind).toBe('2.1')
    }
    const { actor } = await signedIn('wellborne-plus', '2.0')
    expect((await actor()).agreementDue).toBe(false)
  })

  it('asks on the day on which it takes effect, as that day begins where the brand is at home', () => {
    const manifest = getManifest('energybilling')
    const midnight = new Date('2027-01-14T16:00:00Z')
    expect(policyToAgreeTo(manifest, ['2.0'], new Date(midnight.getTime() - 1))).toBeNull()
    expect(policyToAgreeTo(manifest, ['2.0'], midnight)?.version).toBe('3.0')
    expect(policyToAgreeTo(manifest, ['2.0', '3.0'], midnight)).toBeNull()
  })
})

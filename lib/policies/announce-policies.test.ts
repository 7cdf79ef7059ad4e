import { beforeAll, describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { createAccount, normaliseIdentifier } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256, unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { publishDrafts } from '#lib/testing/publish-drafts.ts'
import { announcePoliciesJob } from '#worker/jobs/announce-policies.ts'

publishDrafts('energybilling')

beforeAll(useOwnDatabase)

const system = () => database('system')

async function personWithAddress(kind: 'email' | 'phone', value: string, locale: Locale) {
  const brand = 'energybilling'
  const identifier = normaliseIdentifier(getManifest(brand), kind, value)
  if (!identifier) throw new Error(`${value} is no ${kind}`)
  const grant = systemGrant('test', 'demo:seed', { brand })
  const account = { identifiers: [identifier], passwordHash: null, birthDate: null, locale, policyVersion: '2.0' }
  const { id } = await inScope(grant, (tx) => createAccount(tx, grant, account))
  return { id, brand }
}

const messagesOf = async (subjectId: string) => {
  const rows = await system().outgoingMessage.findMany({ where: { subjectId, kind: 'policies.announced' } })
  return rows.map(({ id, channel, sealed }) => ({
    channel,
    content: JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)),
  }))
}

describe('announcing a version before it takes effect', () => {
  it('[ENB-03] writes to each person once, in their language, while it is still to come', async () => {
    const min = await personWithAddress('email', 'min@mail.example', 'fr')
    const wei = await personWithAddress('phone', '+8613800138999', 'zh-CN')
    const nobody = await createTestPerson('energybilling')
    const ahead = await personWithAddress('email', 'ahead@mail.example', 'en')
    await system().policyAcceptance.create({
      data: { brand: ahead.brand, subjectId: ahead.id, version: '3.0', locale: 'en', textHash: sha256('') },
    })
    const other = await createTestPerson('we-app')
    const run = (day: string) => {
      clock.hold(new Date(`${day}T08:15:00Z`))
      return announcePoliciesJob.run({}).finally(() => clock.hold(null))
    }

    // Not published yet.
    await run('2026-11-15')
    expect(await messagesOf(min.id)).toEqual([])
    await run('2026-11-22')
    await run('2026-11-23')

    const [mail, ...more] = await messagesOf(min.id)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      channel: 'mail',
      content: { to: 'min@mail.example', locale: 'fr', path: '/energybilling/policy/3.0' },
    })
    expect(mail?.content.values).toMatchObject({ version: '3.0', date: '15 janvier 2027' })
    const text = translator('fr', 'mail')('policies.announced.text', {
      brand: 'EnergyBilling',
      ...mail?.content.values,
    })
    expect(text).toContain('15 janvier 2027')
    expect(text).toContain('180 jours')
    expect(await messagesOf(wei.id)).toMatchObject([{ channel: 'sms', content: { values: { date: '2027年1月15日' } } }])
    for (const { id } of [nobody, ahead, other]) expect(await messagesOf(id)).toEqual([])
    expect(await system().auditEvent.count({ where: { name: 'policy.announced', target: '3.0' } })).toBe(1)

    const late = await personWithAddress('email', 'late@mail.example', 'en')
    await run('2027-01-15')
    expect(await messagesOf(late.id)).toEqual([])
  })

  it('shows a person that they were told, and not who else', async () => {
    const [one, two] = [await createTestPerson('energybilling'), await createTestPerson('energybilling')]
    clock.hold(new Date('2026-11-24T08:15:00Z'))
    await announcePoliciesJob.run({}).finally(() => clock.hold(null))
    const seen = await inScope(one.grant('consents:view'), (tx) => tx.policyNotice.findMany())
    expect(seen.map(({ subjectId, version }) => [subjectId, version])).toEqual([[one.id, '3.0']])
    expect(await system().policyNotice.count({ where: { subjectId: two.id } })).toBe(1)
  })
})

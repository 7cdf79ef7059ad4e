import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { normaliseIdentifier } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { createOperator, openAs, REASON, watch } from '#lib/testing/request-world.ts'
import { tellPersonJob } from '#worker/jobs/tell-person.ts'
import { addIdentifier } from '../identity/create-account.ts'
import { answerRequest, askIdentity, getRequest, watchClocks } from './index.ts'
import { IDENTITY_DAYS } from './watch-clocks.ts'

const DAY = 86_400_000
const later = (days: number) => clock.shift(days * DAY)

async function createReachable(brand: string, address: string) {
  const person = await createTestPerson(brand, { locale: 'fr' })
  const identifier = normaliseIdentifier(getManifest(brand), 'email', address)
  if (!identifier) throw new Error('no address')
  const grant = systemGrant('test', 'demo:seed', { brand })
  await inScope(grant, (tx) => addIdentifier(tx, grant, person.id, identifier, clock.now()))
  return person
}

/** What waits to be sent, by kind, address and language. */
async function written() {
  const rows = await database('system').outgoingMessage.findMany({ orderBy: { id: 'asc' } })
  return rows.map(({ id, kind, sealed }) => {
    const content = JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)) as Record<string, unknown>
    return { kind, to: content.to, locale: content.locale, path: content.path, values: content.values }
  })
}
const forget = () => database('system').outgoingMessage.deleteMany()

beforeAll(useOwnDatabase)
afterEach(async () => {
  clock.shift(0)
  await forget()
  await database('system').requestEntry.deleteMany()
  await database('system').rightsRequest.deleteMany()
})

describe('watching the clocks', () => {
  it('reminds the brand before one runs out, tells both sides when it has, and each once', async () => {
    const person = await createReachable('wellborne-plus', 'p@example.org')
    const brandMail = getManifest('wellborne-plus').controller.email
    const id = await openAs(person, 'complaint')
    await drainJobs(tellPersonJob)
    await forget()
    await watchClocks(watch())
    expect(await written()).toEqual([])
    later(26)
    await watchClocks(watch())
    await watchClocks(watch())
    expect(await written()).toMatchObject([
      { kind: 'requests.due_soon', to: brandMail, path: '/staff/requests?brand=wellborne-plus' },
    ])
    await forget()
    later(31)
    await watchClocks(watch())
    await watchClocks(watch())
    await drainJobs(tellPersonJob)
    expect(await written()).toMatchObject([
      { kind: 'requests.run_out', to: brandMail },
      { kind: 'requests.overdue', to: 'p@example.org', locale: 'fr', path: `/wellborne-plus/me/requests/${id}` },
    ])
    const { entries } = await getRequest(person.grant('requests:view'), id)
    expect(entries.map(({ kind, author }) => [kind, author])).toEqual([
      ['opened', 'person'],
      ['overdue', 'portal'],
    ])
  })

  it('leaves alone what is answered or waits for its person, and closes what nobody proved', async () => {
    const person = await createReachable('we-app', 'q@example.org')
    const { grant } = await createOperator()
    const handle = grant('requests:handle', 'we-app')
    const [answered, asked] = [await openAs(person, 'inquiry'), await openAs(person, 'access')]
    await answerRequest(handle, { request: answered, text: REASON })
    later(25)
    await askIdentity(handle, { request: asked, text: REASON })
    await drainJobs(tellPersonJob)
    await forget()
    later(25 + IDENTITY_DAYS - 1)
    await watchClocks(watch())
    expect(await written()).toEqual([])
    later(25 + IDENTITY_DAYS + 1)
    await watchClocks(watch())
    await drainJobs(tellPersonJob)
    expect(await written()).toMatchObject([{ kind: 'requests.closed', to: 'q@example.org' }])
    expect((await getRequest(person.grant('requests:view'), asked)).state).toBe('closed')
    expect((await getRequest(person.grant('requests:view'), answered)).state).toBe('answered')
  })

  it('writes once about each step that concerns the person, in their language', async () => {
    const person = await createReachable('we-lock', 'r@example.org')
    const { grant } = await createOperator()
    const id = await openAs(person, 'objection')
    await answerRequest(grant('requests:handle', 'we-lock'), { request: id, text: REASON })
    await drainJobs(tellPersonJob)
    for (const { id: entry } of await database('system').requestEntry.findMany())
      await tellPersonJob.run({ brand: 'we-lock', entry })
    const told = (await written()).toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
    // Several requests are told apart by what they ask for, and by their number on the telephone.
    const { number } = await getRequest(person.grant('requests:view'), id)
    const values = { what: 'M’opposer à un usage de mes données', number }
    expect(told).toMatchObject([
      { kind: 'requests.answered', locale: 'fr', values },
      { kind: 'requests.opened', locale: 'fr', values },
    ])
  })
})

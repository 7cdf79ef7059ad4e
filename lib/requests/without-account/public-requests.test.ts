import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueGrant, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { identifierContext } from '#lib/identity/create-account.ts'
import { signUpFaults } from '#lib/identity/sign-up/sign-up-faults.ts'
import { renderMail, renderSms } from '#lib/notifications/render-message.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256, unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { eraseChildAccount } from '#lib/retention/close-child-account.ts'
import { deactivateChildAccount, eraseAccount, reactivateAccount } from '#lib/retention/index.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { createOperator, REASON, watch } from '#lib/testing/request-world.ts'
import { tellPersonJob } from '#worker/jobs/tell-person.ts'
import {
  answerRequest,
  askPerson,
  confirmTracked,
  findTracked,
  listQueue,
  openPublicRequest,
  readQueued,
  watchClocks,
  withdrawTracked,
  writeTracked,
} from '../index.ts'
import type { OpenPublicRequest } from '../schema.ts'
import { PUBLIC_DAYS } from '../watch-clocks.ts'

const BRAND = 'we-app'
const DAY = 86_400_000
const anyone = <P extends 'requests:open-public' | 'requests:track'>(permission: P, brand = BRAND) =>
  issueGrant({ kind: 'anonymous', brand }, permission, { brand })
const track = (brand = BRAND) => anyone('requests:track', brand)
let last = 0
const address = () => {
  last += 1
  return `outsider-${last}@example.org`
}

/** Opens a request as somebody without an account, and answers the secret of the link that was mailed. */
async function open(input: Partial<OpenPublicRequest>, email = address(), brand = BRAND): Promise<string> {
  await openPublicRequest(
    anyone('requests:open-public', brand),
    { kind: 'access', text: 'Do you hold anything about me?', ...input, email },
    'fr',
  )
  await drainJobs(tellPersonJob)
  const paths = (await mails(email)).map(({ path }) => path)
  return String(paths.at(-1)).split('/').at(-1) ?? ''
}

async function mails(to: string) {
  const rows = await database('system').outgoingMessage.findMany({ orderBy: { id: 'asc' } })
  return rows
    .map(({ id, sealed }) => JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)))
    .filter((content) => content.to === to)
}

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

describe('a person without an account', () => {
  it('who sends the same twice has one request, and gets the link again when it does not come', async () => {
    const email = address()
    const token = await open({}, email)
    expect(await open({}, email)).toBe(token)
    const sent = await mails(email)
    expect(sent).toHaveLength(1)
    // The day as its reader writes it: "22 novembre 2026".
    expect(sent[0]?.values.sent).toMatch(/^\d{1,2}(er)? \p{L}+ \d{4}$/u)
    clock.shift(2 * 60_000)
    expect(await open({}, email)).toBe(token)
    expect(await mails(email)).toHaveLength(2)
    expect(await open({ text: 'And something else.' }, email)).not.toBe(token)
  })

  it('[WEA-12] asks by a public form, is verified by mail, and follows the request like anybody', async () => {
    const email = address()
    const token = await open({}, email)
    expect(await mails(email)).toMatchObject([{ kind: 'requests.confirm_link', locale: 'fr' }])
    // Nothing runs before the link came back, and the queue says so.
    const { grant } = await createOperator()
    expect(await findTracked(track(), token)).toMatchObject({ state: 'identity_asked', dueAt: null })
    await confirmTracked(track(), { token })
    const found = await findTracked(track(), token)
    expect(found).toMatchObject({
      state: 'received',
      daysLeft: getManifest(BRAND).answerDays,
      text: expect.any(String),
    })
    const [mail] = await mails(email)
    expect(renderMail(BRAND, mail).text).toContain(` ${found?.number}`)
    expect(renderSms(BRAND, mail)).toContain(` ${found?.number}`)
    const request = found?.id ?? ''
    const queued = await listQueue(grant('requests:queue', BRAND), { part: 'open', handler: 'all', limit: 500 })
    expect(queued.map(({ id }) => id)).toContain(request)
    expect(await readQueued(grant('requests:queue', BRAND), request)).toMatchObject({ contact: email, account: null })
    const handle = grant('requests:handle', BRAND)
    await askPerson(handle, { request, text: 'Which street do you live in?' })
    await writeTracked(track(), { token, text: 'Rue du Lac' })
    await answerRequest(handle, { request, text: 'We hold nothing about that address.' })
    await drainJobs(tellPersonJob)
    expect((await mails(email)).map(({ kind }) => kind).toSorted()).toEqual([
      'requests.answered',
      'requests.confirm_link',
      'requests.identity_shown',
      'requests.question',
    ])
    const over = await findTracked(track(), token)
    expect(over?.state).toBe('answered')
    expect(over?.entries.map(({ kind, author }) => `${kind} ${author}`)).toEqual([
      'opened person',
      'identity_asked portal',
      'identity_shown person',
      'question staff',
      'message person',
      'answered staff',
    ])
  })

  it('reaches it by its secret address alone, in its brand alone', async () => {
    const token = await open({})
    for (const wrong of [`${token}x`, token.slice(0, -1), '', 'undefined'])
      expect(await findTracked(track(), wrong)).toBeNull()
    expect(await findTracked(track('we-lock'), token)).toBeNull()
    const foreign = withdrawTracked(track('we-lock'), { token })
    await expect(foreign).rejects.toMatchObject({ code: 'requests.not_found' })
    const rows = await database('system').rightsRequest.findMany()
    expect(rows.map(({ secretHash }) => Buffer.from(secretHash ?? []).toString('base64url'))).not.toContain(token)
    await withdrawTracked(track(), { token })
    expect((await findTracked(track(), token))?.state).toBe('withdrawn')
  })

  it('cannot fill the mailbox of somebody else, and is known again when they ask again', async () => {
    const email = address()
    const tokens: string[] = []
    for (let time = 0; time < 5; time += 1) tokens.push(await open({ text: `The ${time}th time` }, email))
    await expect(open({}, email)).rejects.toMatchObject({ code: 'web.rate_limited' })
    expect((await findTracked(track(), tokens.at(-1) ?? ''))?.repeats).toBe(4)
    const bare = openPublicRequest(
      anyone('requests:open-public'),
      { kind: 'deletion', text: 'go away', email: address() },
      'en',
    )
    await expect(bare).rejects.toMatchObject({ code: 'requests.ground_missing' })
  })

  it('is forgotten a year after the request is over', async () => {
    const token = await open({})
    await withdrawTracked(track(), { token })
    clock.shift((PUBLIC_DAYS - 1) * DAY)
    await watchClocks(watch())
    expect(await findTracked(track(), token)).not.toBeNull()
    clock.shift((PUBLIC_DAYS + 1) * DAY)
    await watchClocks(watch())
    expect(await findTracked(track(), token)).toBeNull()
  })
})

describe('the account of a child', () => {
  it('[WEA-15] is refused at sign-up, reported by anybody, stopped by staff at once, and erased on that ground', async () => {
    const today = clock.now().getFullYear()
    const faults = signUpFaults(getManifest(BRAND), { birthDate: `${today - 12}-01-01`, email: 'kid@example.org' })
    expect(faults).toContainEqual({ field: 'birthDate', code: 'identity.too_young' })
    const child = await createTestPerson(BRAND)
    const id = randomUUID()
    await database('system').signInIdentifier.create({
      data: {
        id,
        brand: BRAND,
        subjectId: child.id,
        kind: 'email',
        blindIndex: sha256(id),
        sealed: seal(`${id}@example.org`, identifierContext(id)),
        verifiedAt: clock.now(),
      },
    })
    const email = address()
    const token = await open({ kind: 'child_report', text: `The account ${child.ref} is my son's, he is ten.` }, email)
    await confirmTracked(track(), { token })
    const request = (await findTracked(track(), token))?.id ?? ''
    const { grant } = await createOperator()
    const erase = grant('requests:erase', BRAND)
    const stateOf = async () => (await database('system').account.findUniqueOrThrow({ where: { id: child.id } })).state
    const elsewhere = deactivateChildAccount(grant('requests:suspend', 'we-lock'), { account: child.ref })
    await expect(elsewhere).rejects.toMatchObject({ code: 'retention.account_not_found' })
    await deactivateChildAccount(grant('requests:suspend', BRAND), { account: child.ref })
    expect(await stateOf()).toBe('suspended')
    // Its person is told, once, with the reason and where they can answer without signing in.
    await deactivateChildAccount(grant('requests:suspend', BRAND), { account: child.ref })
    const told = async (subjectId: string | null = child.id) => {
      const where = { subjectId, kind: { startsWith: 'retention.' } }
      const queued = await database('system').outgoingMessage.findMany({ where, orderBy: { id: 'asc' } })
      return queued.map(({ id, channel, sealed }) => {
        const content = JSON.parse(unseal(sealed ?? Buffer.of(), `outgoing_message ${id}`))
        return [channel, content.kind, content.values.reason, content.path, content.linkInText]
      })
    }
    const complain = `/${BRAND}/request?kind=complaint`
    const stopped = ['mail', 'retention.stopped', 'child_reported', complain, true]
    expect(await told()).toEqual([stopped])
    // A report can be wrong: then the account is as it was.
    const suspend = grant('requests:suspend', BRAND)
    await reactivateAccount(suspend, { account: child.ref })
    expect(await stateOf()).toBe('active')
    const again = reactivateAccount(suspend, { account: child.ref })
    await expect(again).rejects.toMatchObject({ code: 'retention.not_stopped', details: { field: 'account' } })
    const reopened = ['mail', 'retention.reopened', undefined, `/${BRAND}/sign-in`, true]
    expect(await told()).toEqual([stopped, reopened])
    await deactivateChildAccount(suspend, { account: child.ref })
    await eraseChildAccount(erase, { request, account: child.ref, text: REASON })
    await expect(reactivateAccount(suspend, { account: child.ref })).rejects.toMatchObject({
      code: 'retention.not_stopped',
    })
    await eraseAccount(systemGrant('test', 'retention:erase-account', { brand: BRAND, subject: child.id }))
    expect(await stateOf()).toBe('erased')
    // What was found is told as well, and does not go with the messages of the account.
    expect(await told(null)).toEqual([['mail', 'retention.stopped', 'child_found', complain, true]])
    expect((await findTracked(track(), token))?.state).toBe('answered')
    const grounds = await database('system').auditEvent.findMany({
      where: {
        subjectId: child.id,
        name: { in: ['account.deactivated', 'account.reactivated', 'account.closing_requested'] },
      },
      orderBy: { id: 'asc' },
    })
    expect(grounds.map(({ name, detail }) => [name, detail])).toEqual([
      ['account.deactivated', { ground: 'child' }],
      ['account.reactivated', {}],
      ['account.deactivated', { ground: 'child' }],
      ['account.closing_requested', { ground: 'child', approval: expect.any(String) }],
    ])
  })

  it('is erased by no other kind of request', async () => {
    const child = await createTestPerson(BRAND)
    const token = await open({ kind: 'inquiry' })
    await confirmTracked(track(), { token })
    const request = (await findTracked(track(), token))?.id ?? ''
    const { grant } = await createOperator()
    const erased = eraseChildAccount(grant('requests:erase', BRAND), { request, account: child.ref, text: REASON })
    await expect(erased).rejects.toMatchObject({ code: expect.stringMatching(/not_found$/) })
    expect(await database('system').closure.count({ where: { subjectId: child.id } })).toBe(0)
  })
})

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { NextRequest } from 'next/server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { inScope, issueGrant } from '#lib/access/index.ts'
import { listAgents, registerAgent, withdrawAgent } from '#lib/agents/index.ts'
import { RegisterAgent } from '#lib/agents/schema.ts'
import { getManifest } from '#lib/brands/index.ts'
import { createAccount } from '#lib/identity/index.ts'
import { renderSms } from '#lib/notifications/render-message.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import {
  answerRequest,
  confirmTracked,
  extendRequest,
  findTracked,
  readQueued,
  refuseRequest,
  watchClocks,
} from '#lib/requests/index.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createOperator, REASON, watch } from '#lib/testing/request-world.ts'
import { reportStatusJob } from '#worker/jobs/report-status.ts'
import { tellPersonJob } from '#worker/jobs/tell-person.ts'
import { GET as discover } from '../../../../.well-known/data-rights.json/route.ts'
import { GET as checkToken, POST as pair } from './agent/[agent]/route.ts'
import { DELETE as revoke, GET as status } from './data-rights-request/[request]/route.ts'
import { POST as exercise } from './data-rights-request/route.ts'

// Next resolves these from the request; the words themselves are the real ones.
vi.mock('next-intl/server', async () => {
  const { translator } = await import('#lib/platform/i18n/index.ts')
  return { getTranslations: async (namespace: string) => translator('en', namespace) }
})
vi.mock('next/headers', () => ({ headers: async () => new Headers() }))

const BRAND = 'we-app'
const DAY = 86_400_000
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519').privateKey
const rawKey = (key: KeyObject) => Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url').toString('base64')

/** Signed as `crypto_sign` of libsodium does: the signature, then the message, both in base64. */
function signed(content: unknown, key = privateKey): string {
  const message = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  return Buffer.concat([sign(null, message, key), message]).toString('base64')
}
const stamp = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().replace('Z', '+00:00')
let last = 0
const envelope = () => ({
  'agent-id': 'TEST_AGENT',
  'business-id': 'WE_APP',
  'issued-at': stamp(-1),
  'expires-at': stamp(9),
})
const asking = (more: Record<string, unknown> = {}) => {
  last += 1
  return {
    ...envelope(),
    'drp.version': '1.0',
    'agent-request-id': `mine-${last}`,
    exercise: 'access',
    regime: 'ccpa',
    relationships: ['customer'],
    name: 'Ada Lovelace',
    email: `ada-${last}@example.org`,
    email_verified: true,
    ...more,
  }
}

interface Call {
  method?: string
  token?: string | null
  body?: string
  brand?: string
  type?: string
}
type Route = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>
function call(route: Route, params: Record<string, string>, { method = 'POST', body, ...more }: Call) {
  const request = new NextRequest(`http://localhost:3000/api/${more.brand ?? BRAND}/drp`, {
    method,
    body: body ?? null,
    headers: {
      ...(body ? { 'content-type': more.type ?? 'text/plain' } : {}),
      ...(more.token ? { authorization: `Bearer ${more.token}` } : {}),
    },
  })
  return route(request, { params: Promise.resolve({ brand: more.brand ?? BRAND, ...params }) })
}

let token = ''
const send = (content: unknown, more: Call = {}, key = privateKey) =>
  call(exercise, {}, { token, body: signed(content, key), ...more })
const statusOf = async (request: string, more: Call = {}) =>
  (await call(status, { request }, { method: 'GET', token, ...more })).json()
async function opened(more: Record<string, unknown> = {}) {
  const content = asking(more)
  const response = await send(content)
  const told = await response.json()
  expect([response.status, told]).toMatchObject([200, { status: 'in_progress' }])
  return { id: String(told.request_id), email: String(content.email), told, ref: content['agent-request-id'] }
}
/** The secret of the link that was mailed. */
async function mailed(email: string) {
  await drainJobs(tellPersonJob)
  const rows = await database('system').outgoingMessage.findMany({ orderBy: { id: 'asc' } })
  const mails = rows
    .map(({ id, sealed }) => JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)))
    .filter(({ to }) => to === email)
  return { mails, secret: String(mails[0]?.path).split('/').at(-1) ?? '' }
}
const track = () => issueGrant({ kind: 'anonymous', brand: BRAND }, 'requests:track', { brand: BRAND })
const confirm = async (email: string, ground?: string) =>
  confirmTracked(track(), { token: (await mailed(email)).secret, ...(ground ? { ground } : {}) })

let operator: Awaited<ReturnType<typeof createOperator>>
let server: Server
let origin: string
const told: Record<string, unknown>[] = []
let answers = 200

beforeAll(async () => {
  await useOwnDatabase()
  operator = await createOperator()
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      if (answers === 200) told.push(JSON.parse(text))
      response.writeHead(answers).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await register('TEST_AGENT')
  const answer = await call(pair, { agent: 'TEST_AGENT' }, { body: signed(envelope()) })
  token = (await answer.json()).token
})
afterEach(() => {
  clock.shift(0)
  answers = 200
})
afterAll(() => server.close())

const register = (key: string, brand = BRAND, verifyKey = rawKey(publicKey)) =>
  registerAgent(operator.grant('agents:register', brand), {
    key,
    name: 'Test Agent',
    verifyKey,
    webUrl: 'https://agent.example/',
    contact: 'tech@agent.example',
    callbackOrigin: origin,
  })

describe('finding and knowing each other', () => {
  it('tells where each brand takes requests, and which', async () => {
    const { businesses } = await discover().json()
    expect(businesses).toHaveLength(5)
    expect(businesses).toContainEqual(
      expect.objectContaining({
        id: 'WE_APP',
        api_base: expect.stringMatching(/\/api\/we-app\/drp$/),
        supported_actions: ['access', 'access:categories', 'access:specific', 'deletion', 'sale:opt-out'],
        supported_verifications: ['email', 'phone_number'],
      }),
    )
    for (const { id } of businesses) expect(id).toMatch(/^[A-Z_]+$/)
  })

  it('gives a token to the registered key alone, once for a message, and ends the one before', async () => {
    const body = signed(envelope())
    const refusals: [string, Call][] = [
      ['TEST_AGENT', { body: signed(envelope(), stranger) }],
      ['OTHER', { body }],
      ['TEST_AGENT', { body, brand: 'we-lock' }],
      ['TEST_AGENT', { body: signed({ ...envelope(), 'agent-id': 'OTHER' }) }],
      ['TEST_AGENT', { body: signed({ ...envelope(), 'business-id': 'WE_LOCK' }) }],
      ['TEST_AGENT', { body: signed({ ...envelope(), 'expires-at': stamp(-1) }) }],
      ['TEST_AGENT', { body: '{}' }],
    ]
    for (const [agent, more] of refusals) {
      const response = await call(pair, { agent }, more)
      expect([response.status, await response.text()]).toEqual([403, ''])
    }
    const before = token
    const first = await call(pair, { agent: 'TEST_AGENT' }, { body })
    expect(first.status).toBe(200)
    token = (await first.json()).token
    expect((await call(pair, { agent: 'TEST_AGENT' }, { body })).status).toBe(403)
    const check = (agent: string, sent: string | null) =>
      call(checkToken, { agent }, { method: 'GET', token: sent }).then(({ status }) => status)
    expect(await check('TEST_AGENT', token)).toBe(200)
    expect(await check('OTHER', token)).toBe(403)
    expect(await check('TEST_AGENT', before)).toBe(403)
    expect(await check('TEST_AGENT', null)).toBe(403)
    const rows = await database('system').authorisedAgent.findMany()
    expect(JSON.stringify(rows.map(({ tokenHash }) => Buffer.from(tokenHash ?? []).toString()))).not.toContain(token)
  })

  it('is registered and ended by staff of the brand, under one name once', async () => {
    await expect(register('TEST_AGENT')).rejects.toMatchObject({ code: 'agents.known_already' })
    const id = await register('GONE_AGENT')
    const body = signed({ ...envelope(), 'agent-id': 'GONE_AGENT' })
    const gone = (await (await call(pair, { agent: 'GONE_AGENT' }, { body })).json()).token
    const foreign = withdrawAgent(operator.grant('agents:register', 'we-lock'), { agent: id })
    await expect(foreign).rejects.toMatchObject({ code: 'agents.not_found' })
    await withdrawAgent(operator.grant('agents:register', BRAND), { agent: id })
    const refused = await call(exercise, {}, { token: gone, body: signed(asking({ 'agent-id': 'GONE_AGENT' })) })
    expect(refused.status).toBe(401)
    const listed = await listAgents(operator.grant('agents:register', BRAND))
    expect(listed.map(({ key, withdrawnAt }) => [key, withdrawnAt !== null])).toEqual([
      ['TEST_AGENT', false],
      ['GONE_AGENT', true],
    ])
  })
})

describe('what is refused', () => {
  it.each([
    ['a signature of another key', 403, (content: object) => signed(content, stranger)],
    ['a changed message', 403, (content: object) => tampered(signed(content))],
    ['no signature', 400, (content: object) => JSON.stringify(content)],
    ['what is no JSON', 400, () => signed('exercise everything')],
    ['another agent', 403, (content: object) => signed({ ...content, 'agent-id': 'OTHER' })],
    ['another audience', 403, (content: object) => signed({ ...content, 'business-id': 'WE_LOCK' })],
    ['a message of the future', 403, (content: object) => signed({ ...content, 'issued-at': stamp(5) })],
    ['an old message', 403, (content: object) => signed({ ...content, 'expires-at': stamp(-0.1) })],
    ['a message for a day', 403, (content: object) => signed({ ...content, 'expires-at': stamp(1440) })],
    ['a time without a zone', 400, (content: object) => signed({ ...content, 'issued-at': '2026-11-22T08:00:00' })],
    ['another version', 400, (content: object) => signed({ ...content, 'drp.version': '0.5' })],
    [
      'a right that nobody exercises for others',
      422,
      (content: object) => signed({ ...content, exercise: 'sale:opt-in' }),
    ],
    ['another regime', 422, (content: object) => signed({ ...content, regime: 'gdpr-ish' })],
    ['no address to confirm at', 422, (content: object) => signed({ ...content, email: undefined })],
    ['an address that is not verified', 422, (content: object) => signed({ ...content, email_verified: false })],
    [
      'an address of which nothing is said',
      422,
      (content: object) => signed({ ...content, email_verified: undefined }),
    ],
    ['a claim that verifies nothing', 400, (content: object) => signed({ ...content, email_verified: 'yes' })],
    [
      'a number that is not verified',
      422,
      (content: object) => signed({ ...content, email: undefined, phone_number: '+491701234567' }),
    ],
    [
      'a verified number that is none',
      422,
      (content: object) => signed({ ...content, phone_number: '0170 1234567', phone_number_verified: true }),
    ],
    ['a callback to elsewhere', 422, (content: object) => signed({ ...content, status_callback: 'http://10.0.0.1/x' })],
  ])('%s', async (_, expected, make) => {
    const before = await database('system').rightsRequest.count()
    const response = await call(exercise, {}, { token, body: make(asking()) })
    const body = await response.json()
    expect([response.status, body.code]).toEqual([expected, String(expected)])
    expect(body.message.length).toBeGreaterThan(20)
    expect(await database('system').rightsRequest.count()).toBe(before)
  })

  it('a message that came before, however it is signed again', async () => {
    const content = asking()
    expect((await send(content)).status).toBe(200)
    const again = await send(content)
    expect([again.status, (await again.json()).fatal]).toEqual([409, true])
    expect(
      await database('system').rightsRequest.count({ where: { agentRequestRef: content['agent-request-id'] } }),
    ).toBe(1)
  })

  it('whoever has no token, a wrong one, or one of another brand; and what is no text', async () => {
    const body = signed(asking())
    expect((await call(exercise, {}, { body })).status).toBe(401)
    expect((await call(exercise, {}, { body, token: `${token}x` })).status).toBe(401)
    expect((await call(exercise, {}, { body, token, brand: 'we-lock' })).status).toBe(403)
    expect((await call(exercise, {}, { body, token, type: 'application/json' })).status).toBe(415)
  })
})

function tampered(body: string): string {
  const bytes = Buffer.from(body, 'base64')
  bytes[70] = (bytes[70] ?? 0) ^ 1
  return bytes.toString('base64')
}

describe('a message as agents send it', () => {
  it('names a right as 1.0 spells it, or as versions before did', async () => {
    for (const spelling of ['sale:opt-out', 'sale:opt_out']) {
      const { email } = await opened({ exercise: spelling })
      expect(await findTracked(track(), (await mailed(email)).secret)).toMatchObject({ kind: 'objection' })
    }
  })

  it('may fill in what is not known with nothing, and say more than is read', async () => {
    const unknown = {
      name: '',
      phone_number: null,
      phone_number_verified: null,
      status_callback: '',
      relationships: null,
    }
    const more = { address: null, address_verified: false, power_of_attorney: 'https://agent.example/poa', sub: 'ada' }
    const { id, told: answer } = await opened({ ...unknown, ...more, regime: null, 'agent-request-id': '' })
    expect(answer).not.toHaveProperty('agent_request_id')
    const back = await call(revoke, { request: id }, { method: 'DELETE', token, body: signed({ reason: null }) })
    expect(await back.json()).toMatchObject({ status: 'revoked' })
  })

  it('is checked by the key that the directory lists, with or without its padding', async () => {
    const bare = rawKey(publicKey).replace('=', '')
    expect(RegisterAgent.shape.verifyKey.parse(bare)).toBe(bare)
    await register('BARE_KEY', BRAND, bare)
    const body = signed({ ...envelope(), 'agent-id': 'BARE_KEY', 'drp.version': '1.0' })
    expect((await call(pair, { agent: 'BARE_KEY' }, { body })).status).toBe(200)
  })
})

describe('a request from its message to its end', () => {
  it('waits for the person, runs from their confirmation, and is answered like any other', async () => {
    const { id, email, told: first, ref } = await opened({ 'drp.version': '0.9.4' })
    expect(first).toMatchObject({
      reason: 'need_user_verification',
      agent_request_id: ref,
      received_at: expect.stringMatching(/\+00:00$/),
      expires_at: expect.stringMatching(/\+00:00$/),
      expected_by: expect.stringMatching(/\+00:00$/),
      user_verification_url: expect.stringContaining(`/we-app/request/sent?request_id=${id}`),
    })
    const { mails, secret } = await mailed(email)
    expect(mails).toMatchObject([{ kind: 'requests.agent_link', values: { agent: 'Test Agent' } }])
    const shown = await findTracked(track(), secret)
    expect(shown).toMatchObject({ agent: 'Test Agent', state: 'identity_asked', dueAt: null, kind: 'access' })
    expect(shown?.text).toContain('name: Ada Lovelace')
    expect(shown?.entries[0]).toMatchObject({ kind: 'opened', author: 'agent' })
    const handle = operator.grant('requests:handle', BRAND)
    const early = answerRequest(handle, { request: id, text: REASON })
    await expect(early).rejects.toMatchObject({ code: 'requests.not_now' })

    expect(await confirm(email)).toEqual({ request: id, inAccount: false })
    const running = await statusOf(id)
    expect(running).toMatchObject({ status: 'in_progress' })
    expect(running).not.toHaveProperty('reason')
    const { answerDays, zone } = getManifest(BRAND)
    expect(localDay(new Date(running.expected_by), zone)).toBe(addDays(localDay(clock.now(), zone), answerDays))
    await extendRequest(handle, { request: id, text: REASON })
    expect(await statusOf(id)).toMatchObject({ processing_details: REASON })
    expect(await readQueued(operator.grant('requests:queue', BRAND), id)).toMatchObject({ agent: 'Test Agent' })
    await answerRequest(handle, { request: id, text: REASON })
    const over = await statusOf(id)
    expect(over).toMatchObject({ status: 'fulfilled', request_id: id })
    expect(over).not.toHaveProperty('expected_by')
  })

  it('lies in the account of its person once they confirmed, and tells the agent nothing of there being one', async () => {
    const email = 'has-account@example.org'
    const signUp = issueGrant({ kind: 'anonymous', brand: BRAND }, 'identity:sign-up', { brand: BRAND })
    const { id: account } = await inScope(signUp, (tx) =>
      createAccount(tx, signUp, {
        identifiers: [{ kind: 'email', value: email, key: email }],
        passwordHash: null,
        birthDate: null,
        locale: 'en',
        policyVersion: getManifest(BRAND).policies[0]?.version ?? '',
      }),
    )
    const { id, told: withAccount } = await opened({ email })
    const { told: without } = await opened({ exercise: 'access' })
    const shape = (body: Record<string, unknown>) => Object.keys(body).toSorted()
    expect(shape(withAccount)).toEqual(shape(without))
    const { secret } = await mailed(email)
    expect(await confirm(email)).toEqual({ request: id, inAccount: true })
    const row = await database('system').rightsRequest.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ subjectId: account, state: 'received', sealedContact: null, secretHash: null })
    expect(await database('system').requestEntry.count({ where: { requestId: id, subjectId: null } })).toBe(0)
    expect(await findTracked(track(), secret)).toBeNull()
    expect(await statusOf(id)).toMatchObject({ status: 'in_progress' })
  })

  it('is confirmed by text message where the number is what the agent verified', async () => {
    const phone = `+4917012${String(Date.now()).slice(-6)}`
    const { id, told: first } = await opened({ email: undefined, phone_number: phone, phone_number_verified: true })
    const { told: byMail } = await opened()
    expect(Object.keys(first).toSorted()).toEqual(Object.keys(byMail).toSorted())
    const { mails } = await mailed(phone)
    expect(mails).toMatchObject([{ kind: 'requests.agent_link', linkInText: true }])
    const [row] = await database('system').outgoingMessage.findMany({
      orderBy: { id: 'desc' },
      where: { channel: 'sms' },
    })
    expect(row?.kind).toBe('requests.agent_link')
    expect(renderSms(BRAND, mails[0])).toMatch(/ https?:\/\/\S+\/we-app\/request\/[\w-]{43}$/)
    expect(await confirm(phone)).toEqual({ request: id, inAccount: false })
    expect(await statusOf(id)).toMatchObject({ status: 'in_progress' })
  })

  it('asks the person for the ground of a deletion, which the agent cannot know', async () => {
    const { id, email } = await opened({ exercise: 'deletion' })
    await expect(confirm(email)).rejects.toMatchObject({ code: 'requests.ground_missing' })
    await expect(confirm(email, 'because')).rejects.toMatchObject({ code: 'requests.ground_missing' })
    const [ground] = getManifest(BRAND).deletionGrounds
    await confirm(email, ground?.key)
    const row = await database('system').rightsRequest.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ kind: 'deletion', ground: ground?.key, state: 'received' })
  })

  it('is denied with the reason of the policy in the words of the protocol, or for want of an identity', async () => {
    const refused = await opened({ exercise: 'sale:opt-out' })
    await confirm(refused.email)
    const handle = operator.grant('requests:handle', BRAND)
    await refuseRequest(handle, { request: refused.id, reason: 'repeated_without_reason', text: REASON })
    const { text } = getManifest(BRAND).refusalReasons.find(({ key }) => key === 'repeated_without_reason') ?? {}
    expect(await statusOf(refused.id)).toMatchObject({
      status: 'denied',
      reason: 'too_many_requests',
      processing_details: text?.en,
    })
    const lapsed = await opened()
    clock.shift(31 * DAY)
    await watchClocks(watch())
    expect(await statusOf(lapsed.id)).toMatchObject({ status: 'denied', reason: 'insuf_verification' })
  })

  it('is taken back by its agent, whose person reads that, and by no other agent', async () => {
    const { id, email } = await opened()
    await register('SECOND_AGENT')
    const body = signed({ ...envelope(), 'agent-id': 'SECOND_AGENT' })
    const other = (await (await call(pair, { agent: 'SECOND_AGENT' }, { body })).json()).token
    const reason = { reason: 'I do not want it any more' }
    for (const sent of [{ token: other }, { token, brand: 'we-lock' }]) {
      expect((await call(status, { request: id }, { method: 'GET', ...sent })).status).toBe(403)
      expect((await call(revoke, { request: id }, { method: 'DELETE', body: signed(reason), ...sent })).status).toBe(
        403,
      )
    }
    const forged = { method: 'DELETE', token, body: signed(reason, stranger) }
    expect((await call(revoke, { request: id }, forged)).status).toBe(403)
    for (let time = 0; time < 2; time += 1) {
      const taken = await call(revoke, { request: id }, { method: 'DELETE', token, body: signed(reason) })
      expect([taken.status, await taken.json()]).toMatchObject([200, { status: 'revoked', request_id: id }])
    }
    expect((await mailed(email)).mails.map(({ kind }) => kind)).toContain('requests.withdrawn')
    const { id: answered, email: whose } = await opened()
    await confirm(whose)
    await answerRequest(operator.grant('requests:handle', BRAND), { request: answered, text: REASON })
    const late = await call(revoke, { request: answered }, { method: 'DELETE', token, body: signed(reason) })
    expect(late.status).toBe(409)
  })

  it('is told to the address that was agreed, at each step, until it is taken', async () => {
    const { id, email } = await opened({ status_callback: `${origin}/update` })
    await drainJobs(reportStatusJob)
    expect(told.at(-1)).toMatchObject({ request_id: id, reason: 'need_user_verification' })
    answers = 503
    await confirm(email)
    expect((await drainJobs(reportStatusJob)).failed).toBeGreaterThan(0)
    answers = 200
    await answerRequest(operator.grant('requests:handle', BRAND), { request: id, text: REASON })
    await drainJobs(reportStatusJob)
    expect(told.at(-1)).toMatchObject({ request_id: id, status: 'fulfilled' })
  })
})

import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, type Category, getManifest } from '#lib/brands/index.ts'
import { makeApiKey, openApiDocument } from '#lib/intake/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { POST as postUnits } from '../units/route.ts'
import { POST } from './route.ts'

// Next resolves this from the request; the words themselves are the real ones.
vi.mock('next-intl/server', async () => {
  const { translator } = await import('#lib/platform/i18n/index.ts')
  return { getTranslations: async (namespace: string) => translator('en', namespace) }
})

beforeAll(useOwnDatabase)

const document: ReturnType<typeof openApiDocument> = JSON.parse(
  JSON.stringify(openApiDocument('http://localhost:3000')),
)
const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ $id: 'openbook', ...document })
const validator = (name: string): ValidateFunction => ajv.compile({ $ref: `openbook#/components/schemas/${name}` })
const isAnswer = validator('Answer')
const isProblem = validator('Problem')

interface Answer {
  readonly results: readonly { readonly id: string | null; readonly status: string; readonly reason?: string }[]
  readonly counts: Readonly<Record<string, number>>
}

interface World {
  readonly brand: string
  readonly person: TestPerson
  readonly meter: string
  readonly key: string
  readonly categories: readonly Category[]
}

async function worldOf(brand: string): Promise<World> {
  const person = await createTestPerson(brand)
  const { key } = await worldKey(brand)
  const { id: subjectId } = person
  const place = { brand, subjectId, utility: 'electricity', name: 'Home', zone: 'Europe/Paris' }
  const { id: supplyPointId } = await database('system').supplyPoint.create({ data: place })
  const meter = `E-${randomUUID()}`
  await database('system').meter.create({
    data: { brand, subjectId, supplyPointId, serial: meter, utility: 'electricity', unit: 'Wh' },
  })
  return { brand, person, meter, key, categories: getManifest(brand).categories.filter(({ intake }) => intake) }
}

async function post(
  world: World,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  route = POST,
) {
  const request = new NextRequest(`http://localhost:3000/api/v1/intake/${world.brand}/records`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${world.key}`, ...headers },
  })
  return route(request, { params: Promise.resolve({ brand: world.brand }) })
}

const keys = new Map<string, { key: string; used: number }>()

/** A key takes six hundred batches a minute: a property that fails asks far more often to find its smallest case. */
async function freshKey({ brand }: World): Promise<string> {
  const known = keys.get(brand)
  const next = known && known.used < 500 ? known : { key: (await worldKey(brand)).key, used: 0 }
  keys.set(brand, { ...next, used: next.used + 1 })
  return next.key
}

const worldKey = (brand: string) => makeApiKey(systemGrant('test', 'intake:keys', { brand }), { name: 'properties' })

async function send(world: World, records: readonly unknown[]): Promise<Answer> {
  const authorization = `Bearer ${await freshKey(world)}`
  const response = await post(world, JSON.stringify({ records }), { authorization })
  const answer = await response.json()
  expect(response.status, JSON.stringify(answer).slice(0, 500)).toBe(200)
  expect(isAnswer(answer), ajv.errorsText(isAnswer.errors)).toBe(true)
  expect(answer.results).toHaveLength(records.length)
  const counted = Object.groupBy((answer as Answer).results, ({ status }) => status)
  for (const status of ['stored', 'duplicate', 'refused'])
    expect(answer.counts[status]).toBe(counted[status]?.length ?? 0)
  return answer
}

// What senders write where something else is meant: edges of every type, and what Postgres cannot keep.
const odd = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfffy',
  '😀',
  '‮drawkcab',
  'x'.repeat(5000),
  '=cmd()',
  "'; DROP TABLE",
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 53),
  9_007_199_254_740_991,
  1e300,
  -1e300,
  5e-324,
  '1e3',
  '1e400',
  '٣',
  '0x10',
  '1,5',
  '99999999999999999999',
  '99999999999999999999.99',
  '-99999999999999999999',
  '0.00000000000000000001',
  'NaN',
  true,
  false,
  '1989-12-31T23:59:59Z',
  '1990-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-03-29T02:30:00+01:00',
  '2026-01-01T00:00:00.123456789123456789Z',
  '2026-01-01T24:00:00Z',
  '2026-12-31T23:59:60Z',
  '2026-01-01T00:00:00+14:00',
  '2026-01-01T00:00:00-23:59',
  '2026-01-01',
  '2026-02-30',
  '2026-02-31/2026-01-01',
  '192.0.2.7',
  '::1',
  'fe80::1%eth0',
  '999.1.1.1',
  'EUR',
  'eur',
  'ZZZ',
  'KWD',
  'JPY',
  [],
  ['\0'],
  [[['x']]],
  {},
  { a: { b: {} } },
)
const NAMES = ['__proto__', 'constructor', 'toString', 'shoe_size', '\0', '\ud800', '', 'x'.repeat(3000), 'id']

/** A good record of one category, and how to spoil it. */
function recordOf({ person, meter }: World, category: Category): fc.Arbitrary<Record<string, unknown>> {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  const time = fc
    .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2026, 5, 1) })
    .map((ms) => new Date(ms).toISOString())
  const byType: Record<string, fc.Arbitrary<unknown>> = {
    integer: fc.integer({ min: 0, max: 1_000_000 }),
    decimal: fc.oneof(
      fc.integer({ min: 0, max: 10_000 }).map((cents) => (cents / 100).toFixed(2)),
      fc.nat(1000),
    ),
    boolean: fc.boolean(),
    code: fc.nat(9999).map((number) => `M-${number}`),
    datetime: time,
    day: time.map((at) => at.slice(0, 10)),
    period: time.map((at) => `${at.slice(0, 10)}/${at.slice(0, 10)}`),
    ip: fc.constantFrom('192.0.2.7', '2001:db8::1'),
    list: fc.array(text, { maxLength: 3 }),
  }
  const fields = category.fields
    .filter(({ derived }) => !derived)
    .map((field) => {
      const values = field.key === 'currency' ? ['EUR', 'JPY', 'KWD'] : field.values
      const good = values
        ? fc.constantFrom(...values)
        : (byType[field.type] ?? text.map((one) => one.slice(0, field.maxLength)))
      return [field.key, good] as const
    })
  return fc.record({
    id: fc.uuid(),
    category: fc.constant(category.key),
    subject: fc.constant(category.shape === 'reading' ? { meter } : { ref: person.ref }),
    occurredAt: time,
    fields: fc.record(Object.fromEntries(fields)),
  })
}

function spoiled(good: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const key = fc.nat()
  const put = (within: object, name: string, value: unknown) => {
    const copy = { ...within }
    // Not by assignment, which would set the prototype instead.
    Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true })
    return copy
  }
  const pick = (of: object, at: number) => Object.keys(of)[at % Math.max(1, Object.keys(of).length)] ?? 'x'
  return fc.oneof(
    { weight: 4, arbitrary: good },
    {
      weight: 6,
      arbitrary: fc
        .tuple(good, key, odd)
        .map(([one, at, value]) => put(one, 'fields', put(Object(one.fields), pick(Object(one.fields), at), value))),
    },
    { weight: 2, arbitrary: fc.tuple(good, key, odd).map(([one, at, value]) => put(one, pick(one, at), value)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(good, fc.constantFrom(...NAMES), odd)
        .map(([one, name, value]) => put(one, 'fields', put(Object(one.fields), name, value))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(good, fc.constantFrom(...NAMES), odd).map(([one, name, value]) => put(one, name, value)),
    },
    { weight: 1, arbitrary: odd },
  )
}

const MALFORMED = [
  'intake.record_malformed',
  'intake.undeclared_fields',
  'intake.stays_on_device',
  'intake.field_missing',
  'intake.field_wrong',
  'intake.category_unknown',
  'intake.category_closed',
]

describe.each(BRAND_KEYS)('the intake of %s', (brand) => {
  let world: World
  beforeAll(async () => {
    world = await worldOf(brand)
  })
  const batches = () =>
    fc.array(fc.oneof(...world.categories.map((category) => spoiled(recordOf(world, category)))), {
      minLength: 1,
      maxLength: 12,
    })

  it('answers any batch by its schema, and the same again, in any order, without a change', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(batches(), async (records) => {
        const first = await send(world, records)
        const again = await send(world, records.toReversed())
        for (const [at, { status, reason, id }] of again.results.toReversed().entries()) {
          const before = first.results[at]
          expect(id).toBe(before?.id)
          if (before?.status === 'refused' && !isTaken(before.reason))
            expect([status, reason]).toEqual(['refused', before.reason])
          else if (before?.status !== 'refused') expect(status).toBe('duplicate')
        }
      }),
      { numRuns: 12 },
    )
  })

  it('refuses for its form exactly what the published schema refuses', { timeout: 120_000 }, async () => {
    const schemas = new Map(world.categories.map(({ key }) => [key, validator(`${brand}.${key}`)]))
    await fc.assert(
      fc.asyncProperty(batches(), async (records) => {
        const { results } = await send(world, records)
        for (const [at, record] of records.entries()) {
          const schema = schemas.get(String(Object(record).category))
          const fits = schema?.(JSON.parse(JSON.stringify(record))) ?? false
          const refused = MALFORMED.includes(results[at]?.reason ?? '')
          const what = `${JSON.stringify(record)?.slice(0, 400)} ${JSON.stringify(results[at])} ${ajv.errorsText(schema?.errors)}`
          // Schemas cannot say which texts a database can keep.
          if (!fits) expect(results[at]?.status, what).toBe('refused')
          else if (isKeepable(record)) expect(refused, what).toBe(false)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('stores each record of equal batches that come at once a single time', { timeout: 120_000 }, async () => {
    const mixed = () => fc.tuple(...world.categories.map((category) => recordOf(world, category)))
    await fc.assert(
      fc.asyncProperty(mixed(), async (records) => {
        const answers = await Promise.all([
          send(world, records),
          send(world, records.toReversed()),
          send(world, records),
        ])
        const outcomes = records.map((_, at) => [
          answers[0]?.results[at]?.status,
          answers[1]?.results.toReversed()[at]?.status,
          answers[2]?.results[at]?.status,
        ])
        for (const statuses of outcomes) expect(statuses.filter((status) => status === 'stored').length).toBeLessThan(2)
        for (const statuses of outcomes.filter((all) => all.includes('stored')))
          expect(statuses.toSorted()).toEqual(['duplicate', 'duplicate', 'stored'])
      }),
      { numRuns: 3 },
    )
  })
})

// Whose interval it is depends on which of two came first.
const isTaken = (reason: string | undefined) => reason === 'intake.interval_taken' || reason === 'intake.id_reused'

function isKeepable(value: unknown): boolean {
  const text = JSON.stringify(value) ?? ''
  return !/\\u0000|\\ud[89a-f]/i.test(text)
}

describe('a body', () => {
  let world: World
  beforeAll(async () => {
    world = await worldOf('we-app')
  })

  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  it.each([
    ['nothing', '', 400],
    ['a text', '"records"', 400],
    ['another case', '{"Records":[1]}', 400],
    ['a number without end', `{"records":${'9'.repeat(1_000_000)}}`, 400],
    ['records that are no list', '{"records":{"0":1,"length":1}}', 400],
    ['more beside the records', '{"records":[1],"__proto__":{}}', 400],
    ['brackets without end', '['.repeat(2_000_000), 400],
    ['a list a million deep', deep(1_000_000), 400],
    ['a mark of byte order before nothing', '\ufeff', 400],
    ['two values', '{"records":[1]} {"records":[1]}', 400],
    ['a packed body that is not said to be', gzipSync('{"records":[1]}'), 400],
    ['one record too many', `{"records":[${'1,'.repeat(10_000)}1]}`, 413],
  ])('of %s gets a problem', async (_, body, status) => {
    const response = await post(world, typeof body === 'string' ? body : new Uint8Array(body))
    const problem = await response.json()
    expect([response.status, problem.status]).toEqual([status, status])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(isProblem(problem), ajv.errorsText(isProblem.errors)).toBe(true)
  })

  it.each([
    [{ 'content-type': 'text/json' }, 415],
    [{ 'content-type': '' }, 415],
    [{ 'content-encoding': 'gzip' }, 415],
    [{ 'content-encoding': 'br, identity' }, 415],
    [{ authorization: 'Bearer ob_\u00ff' }, 401],
    [{ 'content-type': 'Application/JSON; charset=utf-8' }, 200],
    [{ 'content-encoding': 'Identity' }, 200],
  ])('with the headers %o is answered with %s', async (headers, status) => {
    const response = await post(world, '{"records":[1]}', headers)
    expect(response.status).toBe(status)
    if (status !== 200) expect(isProblem(await response.json())).toBe(true)
  })

  it.each([
    ['names twice', (id: string) => `{"id":"first","id":"${id}"}`, 'intake.record_malformed'],
    [
      'a record a million deep',
      (id: string) => `{"id":"${id}","fields":${deep(1_000_000)}}`,
      'intake.record_malformed',
    ],
    [
      'a name that would set a prototype',
      (id: string) => `{"id":"${id}","__proto__":{"category":"access_log"}}`,
      'intake.undeclared_fields',
    ],
  ])('with %s costs that record alone', async (_, record, reason) => {
    const id = randomUUID()
    const response = await post(world, `{"records":[${record(id)},1]}`)
    expect(response.status).toBe(200)
    expect((await response.json()).results).toMatchObject([
      { id, reason },
      { id: null, status: 'refused' },
    ])
  })

  it('refuses by name a field that would set a prototype', async () => {
    const fields = '{"ip_address":"192.0.2.7","__proto__":{"ip_address":"192.0.2.8"}}'
    const record = `{"id":"${randomUUID()}","category":"access_log","subject":{"ref":"${world.person.ref}"},"occurredAt":"2026-05-01T10:00:00Z","fields":${fields}}`
    const [result] = (await (await post(world, `{"records":[${record}]}`)).json()).results
    expect(result).toMatchObject({ reason: 'intake.undeclared_fields', detail: expect.stringContaining('__proto__') })
  })

  it('of devices is refused or answered, never a fault of ours', async () => {
    const [kind] = getManifest('we-lock').deviceKinds.filter(({ bindable }) => bindable)
    const lock = await worldOf('we-lock')
    for (const model of ['a\0b', '\ud800', '😀', 'x'.repeat(101), ' ', 5]) {
      const unit = { kind: kind?.key, serial: `T${randomUUID().toUpperCase()}`, model }
      const response = await post(lock, JSON.stringify({ units: [unit] }), {}, postUnits)
      expect(response.status, String(model)).toBe(model === '😀' ? 200 : 400)
    }
  })
})

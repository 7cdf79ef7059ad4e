import { randomUUID } from 'node:crypto'
import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { makeApiKey, revokeApiKey } from '#lib/intake/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { POST } from './route.ts'

// Next resolves this from the request; the words themselves are the real ones.
vi.mock('next-intl/server', async () => {
  const { translator } = await import('#lib/platform/i18n/index.ts')
  return { getTranslations: async (namespace: string) => translator('en', namespace) }
})

const keysOf = (brand: string) => systemGrant('test', 'intake:keys', { brand })

function ask(brand: string, body: BodyInit | null, headers: Record<string, string>) {
  const request = new NextRequest(`http://localhost:3000/api/v1/intake/${brand}/records`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
  return POST(request, { params: Promise.resolve({ brand }) })
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body: { code: string; title: string; status: number; type: string } = await response.json()
  expect(body.status).toBe(response.status)
  expect(body.title.length).toBeGreaterThan(10)
  expect(body.type).toBe(`urn:openbook:${body.code}`)
  return [response.status, body.code]
}

describe('POST /api/v1/intake/{brand}/records', () => {
  let person: TestPerson
  let key: { id: string; key: string }
  const bearer = (text: string) => ({ authorization: `Bearer ${text}` })
  const record = () => ({
    id: randomUUID(),
    category: 'access_log',
    subject: { ref: person.ref },
    occurredAt: '2026-05-01T10:00:00Z',
    fields: { ip_address: '192.0.2.7' },
  })
  const send = (body: unknown, headers: Record<string, string> = bearer(key.key)) =>
    ask('we-app', JSON.stringify(body), headers)

  beforeAll(async () => {
    person = await createTestPerson('we-app')
    key = await makeApiKey(keysOf('we-app'), { name: 'test' })
  })

  it('answers each record, in the language asked for', async () => {
    const good = record()
    const response = await send(
      { records: [good, good, { ...record(), fields: { shoe_size: 43 } }] },
      { ...bearer(key.key), 'accept-language': 'fr' },
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const answer = await response.json()
    expect(answer.counts).toEqual({ stored: 1, duplicate: 1, refused: 1 })
    expect(answer.results.slice(0, 2)).toEqual([
      { id: good.id, status: 'stored' },
      { id: good.id, status: 'duplicate' },
    ])
    expect(answer.results[2]).toMatchObject({ status: 'refused', reason: 'intake.undeclared_fields' })
    expect(answer.results[2].detail).toMatch(/champs.*shoe_size/)
  })

  it('takes a key of its own brand only, and notes when it was used', async () => {
    const foreign = await makeApiKey(keysOf('we-lock'), { name: 'foreign' })
    const body = { records: [record()] }
    expect(await problemOf(await send(body, bearer(foreign.key)))).toEqual([404, 'access.not_found'])
    const altered = `${key.key.slice(0, -1)}${key.key.endsWith('A') ? 'B' : 'A'}`
    for (const text of [altered, `${key.key}x`, 'ob_', '', key.key.replace(/^ob_./, 'ob_f')]) {
      const response = await send(body, bearer(text))
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(await problemOf(response)).toEqual([401, 'intake.key_wrong'])
    }
    expect(await problemOf(await send(body, {}))).toEqual([401, 'intake.key_wrong'])
    expect(await problemOf(await send(body, { authorization: `Basic ${key.key}` }))).toEqual([401, 'intake.key_wrong'])
    expect(await database('system').dataRecord.count({ where: { subjectId: person.id } })).toBe(1)
    const row = await database('system').apiKey.findUniqueOrThrow({ where: { id: key.id } })
    expect(row.lastUsedAt).not.toBeNull()
    expect(JSON.stringify(row)).not.toContain(key.key.slice(-43))
  })

  it('refuses a revoked key from the next request on', async () => {
    const short = await makeApiKey(keysOf('we-app'), { name: 'short' })
    expect((await send({ records: [record()] }, bearer(short.key))).status).toBe(200)
    await expect(revokeApiKey(keysOf('we-lock'), { id: short.id })).rejects.toMatchObject({
      code: 'intake.key_not_found',
    })
    await revokeApiKey(keysOf('we-app'), { id: short.id })
    expect(await problemOf(await send({ records: [record()] }, bearer(short.key)))).toEqual([401, 'intake.key_wrong'])
  })

  it('refuses bodies that are no batch, each with its reason', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '{"records":{}}',
      '{"records":[]}',
      '{"records":[1],"more":1}',
      '\ud800',
    ])
      expect(await problemOf(await ask('we-app', body, bearer(key.key))), body).toEqual([400, 'intake.malformed'])
    expect(await problemOf(await ask('we-app', Buffer.from([0x22, 0xff, 0x22]), bearer(key.key)))).toEqual([
      400,
      'intake.malformed',
    ])
    expect(await problemOf(await ask('we-app', null, bearer(key.key)))).toEqual([400, 'intake.malformed'])
    const form = { ...bearer(key.key), 'content-type': 'text/plain' }
    expect(await problemOf(await ask('we-app', '{"records":[]}', form))).toEqual([415, 'web.media_type'])
    const packed = { ...bearer(key.key), 'content-encoding': 'gzip' }
    expect(await problemOf(await ask('we-app', '{"records":[]}', packed))).toEqual([415, 'web.media_type'])
    expect(await problemOf(await ask('no-brand', '{"records":[1]}', bearer(key.key)))).toEqual([
      404,
      'access.not_found',
    ])
  })

  it('takes ten thousand records at most', async () => {
    const records = Array.from({ length: 10_001 }, () => 1)
    expect(await problemOf(await send({ records }))).toEqual([413, 'intake.too_many_records'])
  })

  it('stops reading after 16 MiB, whatever the headers say', async () => {
    let given = 0
    const endless = new ReadableStream({
      pull(controller) {
        given += 1
        controller.enqueue(Buffer.alloc(1024 * 1024, ' '))
      },
    })
    const request = new Request('http://localhost:3000/', {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json', ...bearer(key.key) },
      duplex: 'half',
    } as RequestInit)
    const response = await POST(new NextRequest(request), { params: Promise.resolve({ brand: 'we-app' }) })
    expect(await problemOf(response)).toEqual([413, 'web.too_large'])
    expect(given).toBeLessThan(25)
  })

  it('takes ten thousand records, and a second time finds them all known', { timeout: 180_000 }, async () => {
    const body = { records: Array.from({ length: 10_000 }, record) }
    expect((await (await send(body)).json()).counts).toEqual({ stored: 10_000, duplicate: 0, refused: 0 })
    expect((await (await send(body)).json()).counts).toEqual({ stored: 0, duplicate: 10_000, refused: 0 })
  })
})

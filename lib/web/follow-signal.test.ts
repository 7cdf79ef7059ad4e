import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findSessionActor } from '#lib/access/index.ts'
import { consentHistory, decideConsent, listConsents } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { followSignal } from './follow-signal.ts'

const grantAdvertising = (person: TestPerson) =>
  decideConsent(person.grant('consents:decide'), { purpose: 'advertising', decision: 'granted', locale: 'en' })
const isGranted = async (person: TestPerson) =>
  (await listConsents(person.grant('consents:view'), 'en')).find(({ purpose }) => purpose === 'advertising')?.granted

/** A signed-in browser: each request tells what it says about tracking. */
async function browserOf(person: TestPerson) {
  const secret = randomUUID()
  const { id } = await database('system').session.create({
    data: {
      brand: person.brand,
      subjectId: person.id,
      tokenHash: sha256(secret),
      client: 'test',
      ip: '192.0.2.1',
      expiresAt: clock.inDays(1),
    },
  })
  return async (headers: Record<string, string>) => {
    const session = await findSessionActor(id, sha256(secret))
    if (!session) throw new Error('no session')
    await followSignal(session, new Headers(headers))
  }
}

describe('a signal that is switched on while somebody is signed in', () => {
  it.each([{ 'sec-gpc': '1' }, { dnt: '1' }])('[WBP-08] %o ends the consents at the next request', async (signal) => {
    const person = await createTestPerson('we-lock')
    const request = await browserOf(person)
    await grantAdvertising(person)
    await request({})
    expect(await isGranted(person)).toBe(true)
    await request(signal)
    expect(await isGranted(person)).toBe(false)
    const [last] = await consentHistory(person.grant('consents:view'), { limit: 1 })
    expect(last).toMatchObject({ purpose: 'advertising', decision: 'withdrawn', way: 'signal' })
  })

  it('leaves alone what the person then allows by their own hand, until it is switched on anew', async () => {
    const person = await createTestPerson('we-lock')
    const request = await browserOf(person)
    await request({ 'sec-gpc': '1' })
    await grantAdvertising(person)
    await request({ 'sec-gpc': '1' })
    expect(await isGranted(person)).toBe(true)
    await request({ 'sec-gpc': '0' })
    expect(await isGranted(person)).toBe(true)
    await request({ 'sec-gpc': '1' })
    expect(await isGranted(person)).toBe(false)
  })
})

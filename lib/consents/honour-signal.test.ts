import { describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { consentHistory, decideConsent, honourSignal, listConsents } from './index.ts'

describe('a browser that asks not to be tracked', () => {
  it('[WBP-08] ends consents to tracking and to sharing for advertising, tells the recipients, and ends no others', async () => {
    const person = await createTestPerson('we-lock')
    for (const purpose of ['advertising', 'personalise'])
      await decideConsent(person.grant('consents:decide'), { purpose, decision: 'granted', locale: 'en' })
    const grant = systemGrant('test', 'consents:honour-signal', { brand: person.brand, subject: person.id })
    await honourSignal(grant, 'en')
    await honourSignal(grant, 'en')
    const granted = (await listConsents(person.grant('consents:view'), 'en')).filter(
      ({ kind, granted }) => kind === 'optional' && granted,
    )
    expect(granted.map(({ purpose }) => purpose)).toEqual(['personalise'])
    const [last, ...before] = await consentHistory(person.grant('consents:view'), { limit: 10 })
    expect(last).toMatchObject({ purpose: 'advertising', decision: 'withdrawn', way: 'signal' })
    expect(before).toHaveLength(2)
    const told = await database('system').consentDelivery.findMany({
      where: { subjectId: person.id, purpose: 'advertising', decision: 'withdrawn' },
    })
    expect(told.length).toBeGreaterThan(0)
  })
})

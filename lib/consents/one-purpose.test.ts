import { describe, expect, it } from 'vitest'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { consentHistory, decideConsent, listConsents } from './index.ts'
import { ConsentForm } from './schema.ts'

const form = { wanted: 'on', locale: 'en', shown: '0'.repeat(64) }

describe('a bundled consent', () => {
  it('cannot be asked for: a form names one purpose', () => {
    expect(ConsentForm.safeParse({ ...form, purpose: 'surveys' }).success).toBe(true)
    expect(ConsentForm.safeParse({ ...form, purpose: ['surveys', 'improve'] }).success).toBe(false)
    expect(ConsentForm.safeParse(form).success).toBe(false)
  })

  it('cannot be recorded: the database takes one thing to a decision', async () => {
    const person = await createTestPerson('we-app')
    const row = { brand: person.brand, subjectId: person.id, decision: 'granted', noticeVersion: '1', locale: 'en' }
    for (const purpose of ['surveys,improve', 'surveys improve', 'surveys;improve', '*', ''])
      await expect(
        database('system').consentRecord.create({ data: { ...row, purpose, textHash: Buffer.from('x') } }),
        purpose,
      ).rejects.toThrow(/check constraint/)
  })

  it('cannot be made of separate ones: what is said to one leaves all others undecided, with words of its own', async () => {
    const person = await createTestPerson('we-app')
    const grant = person.grant('consents:decide')
    await expect(
      decideConsent(grant, { purpose: 'surveys,improve', decision: 'granted', locale: 'en' }),
    ).rejects.toMatchObject({ code: 'consents.not_found' })
    await decideConsent(grant, { purpose: 'surveys', decision: 'granted', locale: 'en' })
    const views = (await listConsents(person.grant('consents:view'), 'en')).filter(({ kind }) => kind === 'optional')
    expect(views.filter(({ last }) => last !== null).map(({ purpose }) => purpose)).toEqual(['surveys'])
    expect(new Set(views.map(({ shown }) => shown)).size).toBe(views.length)
    const [entry] = await consentHistory(person.grant('consents:view'), { limit: 5 })
    for (const other of views.filter(({ purpose }) => purpose !== 'surveys'))
      expect(entry?.text).not.toContain(other.notice)
  })
})

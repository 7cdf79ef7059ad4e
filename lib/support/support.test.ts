import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { issueApprovedGrant } from '#lib/access/approved-grant.ts'
import { findSessionActor, inScope, issueGrant, type StaffActor, systemGrant } from '#lib/access/index.ts'
import { listAccesses, listAuditEvents } from '#lib/audit/index.ts'
import { createAccount } from '#lib/identity/index.ts'
import { listTakenPayments } from '#lib/payments/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { randomToken, sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createBilledPerson } from '#lib/testing/billed-person.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { accessRecordHeld, endSupport, findPerson, getPerson } from './index.ts'
import { StartSupport } from './schema.ts'
import { startSupport } from './start-support.ts'

const reason = 'Asked on the phone why the last bill is so high'
const leave = (staff: StaffActor, brand: string) => issueApprovedGrant(staff, 'support:start', { brand }, randomUUID())
const start = (staff: StaffActor, person: TestPerson, minutes: 15 | 30 | 60 = 15) =>
  startSupport(leave(staff, person.brand), { subject: person.id, reason, minutes })
const end = (staff: StaffActor, brand: string) => endSupport(issueGrant(staff, 'support:end', { brand }))
const accesses = (person: TestPerson) => listAccesses(person.grant('access-ledger:view'), { limit: 50 })

/** The actor as the next request sees it. */
async function nextRequest(staff: StaffActor) {
  const secret = randomToken()
  const { id } = await database('system').session.create({
    data: {
      staffId: staff.id,
      tokenHash: sha256(secret),
      client: 'test',
      ip: '127.0.0.1',
      lastSeenAt: clock.now(),
      expiresAt: clock.inDays(1),
    },
  })
  return (await findSessionActor(id, sha256(secret)))?.actor
}

describe('support sessions', () => {
  it('let staff act for one person until a time, and are recorded for that person to read', async () => {
    const [staff, person] = [await createTestStaff('support'), await createTestPerson('we-lock')]
    await start(staff, person, 30)
    const actor = await nextRequest(staff)
    expect(actor).toMatchObject({ kind: 'staff', support: { brand: 'we-lock', subject: person.id, reason } })
    if (!actor) throw new Error('nobody')
    expect(issueGrant(actor, 'profile:view', { brand: 'we-lock' }).subject).toBe(person.id)
    await end(staff, 'we-lock')
    expect(await nextRequest(staff)).toMatchObject({ support: null })
    expect(await accesses(person)).toMatchObject([
      { what: 'support.ended', staffName: staff.name, role: 'support', reason },
      { what: 'support.started', staffName: staff.name, role: 'support', reason },
    ])
  })

  it('are one at a time for a member of staff, and end by themselves', async () => {
    const staff = await createTestStaff('support')
    const [one, two] = [await createTestPerson('we-lock'), await createTestPerson('we-app')]
    await start(staff, one)
    await expect(start(staff, one)).rejects.toMatchObject({ code: 'support.already_acting' })
    await expect(start(staff, two)).rejects.toMatchObject({ code: 'support.already_acting' })
    try {
      clock.shift(16 * 60_000)
      expect(await nextRequest(staff)).toMatchObject({ support: null })
      await expect(end(staff, 'we-lock')).rejects.toMatchObject({ code: 'support.not_acting' })
      await start(staff, two)
    } finally {
      clock.shift(0)
    }
    const [first] = await database('system').supportSession.findMany({ where: { subjectId: one.id } })
    expect(first?.endedAt).toEqual(first?.endsAt)
  })

  it('race to one: of two that start at once, one is refused', async () => {
    const staff = await createTestStaff('support')
    const people = await Promise.all([createTestPerson('we-app'), createTestPerson('we-app')])
    const outcomes = await Promise.allSettled(people.map((person) => start(staff, person)))
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('are for support only, and for a person of the brand', async () => {
    const person = await createTestPerson('we-lock')
    for (const role of ['auditor', 'data_operator', 'security_manager'] as const) {
      const staff = await createTestStaff(role)
      for (const permission of ['support:find', 'support:start', 'support:end'] as const)
        expect(() => issueGrant(staff, permission, { brand: 'we-lock' })).toThrow('access.not_found')
    }
    const staff = await createTestStaff('support')
    const foreign = leave(staff, 'we-app')
    await expect(startSupport(foreign, { subject: person.id, reason, minutes: 15 })).rejects.toMatchObject({
      code: 'support.person_not_found',
    })
  })

  it('cannot be started in the name of a colleague, moved, or made longer, even by code that tries', async () => {
    const [staff, other] = [await createTestStaff('support'), await createTestStaff('support')]
    const person = await createTestPerson('we-app')
    const grant = leave(staff, 'we-app')
    const row = { brand: 'we-app', subjectId: person.id, staffId: other.id, reason, endsAt: clock.inMinutes(15) }
    await expect(inScope(grant, (tx) => tx.supportSession.create({ data: row, select: { id: true } }))).rejects.toThrow(
      /row-level security/,
    )
    await start(staff, person)
    for (const data of [{ endsAt: clock.inDays(1) }, { reason: 'something else entirely' }, { subjectId: other.id }])
      await expect(
        inScope(grant, (tx) => tx.supportSession.updateMany({ where: { staffId: staff.id }, data })),
      ).rejects.toThrow(/permission denied/)
    const theirs = leave(other, 'we-app')
    const ended = await inScope(theirs, (tx) =>
      tx.supportSession.updateMany({ where: { subjectId: person.id }, data: { endedAt: clock.now() } }),
    )
    expect(ended.count).toBe(0)
  })

  it('need a reason of ten characters and one of three lengths', () => {
    const subject = '01890000-0000-7000-8000-000000000000'
    expect(StartSupport.safeParse({ subject, reason: '  short    ', minutes: '15' }).success).toBe(false)
    expect(StartSupport.safeParse({ subject, reason, minutes: '45' }).success).toBe(false)
    expect(StartSupport.safeParse({ subject, reason, minutes: '60' }).data?.minutes).toBe(60)
  })
})

describe('finding a person', () => {
  it('works by reference and by sign-in name however it is written, and each look is in the ledger of that person', async () => {
    const staff = await createTestStaff('support')
    const [email, ref] = [
      `Ada.${randomToken().slice(0, 8).toLowerCase()}@example.org`,
      `WA-${randomToken().slice(0, 6).toUpperCase()}`,
    ]
    const grant = systemGrant('test', 'demo:seed', { brand: 'we-app' })
    const id = '01890000-0000-7000-8000-00000000000a'
    await inScope(grant, (tx) =>
      createAccount(tx, grant, {
        identifiers: [{ kind: 'email', value: email.toLowerCase(), key: email.toLowerCase() }],
        passwordHash: null,
        birthDate: null,
        locale: 'en',
        policyVersion: '2.0',
        fixed: { id, ref, at: clock.now() },
      }),
    )
    const find = (name: string, brand = 'we-app') =>
      findPerson(issueGrant(staff, 'support:find', { brand }), { name, why: 'bill' })
    expect(await find(ref.toLowerCase())).toEqual({ id })
    expect(await find(` ${email.toUpperCase()} `)).toEqual({ id })
    await expect(find(email, 'we-lock')).rejects.toMatchObject({ code: 'support.person_not_found' })
    await expect(find('nobody@example.org')).rejects.toMatchObject({ code: 'support.person_not_found' })
    const found = await getPerson(issueGrant(staff, 'support:find', { brand: 'we-app' }), id)
    expect(found).toMatchObject({ ref, state: 'active' })
    const person = issueGrant(
      {
        kind: 'person',
        id,
        brand: 'we-app',
        sessionId: id,
        authenticatedAt: clock.now(),
        closing: false,
        agreementDue: false,
      },
      'access-ledger:view',
      { brand: 'we-app' },
    )
    const looks = await listAccesses(person, { limit: 10 })
    expect(looks.map((look) => [look.what, look.staffName])).toEqual(Array(3).fill(['support.found', staff.name]))
    expect(looks.map(({ why }) => why)).toEqual([null, 'bill', 'bill'])
  })

  it('finds a person by the number of a bill of theirs, in their brand alone, and they read why', async () => {
    const staff = await createTestStaff('support')
    const { person, bill } = await createBilledPerson()
    const find = (name: string, brand: string) =>
      findPerson(issueGrant(staff, 'support:find', { brand }), { name, why: 'payment' })
    expect(await find(` ${bill.number.toLowerCase()} `.trim(), person.brand)).toEqual({ id: person.id })
    await expect(find(bill.number, 'we-app')).rejects.toMatchObject({ code: 'support.person_not_found' })
    await expect(find(`${bill.number}9`, person.brand)).rejects.toMatchObject({ code: 'support.person_not_found' })
    expect(await accesses(person)).toMatchObject([{ what: 'support.found', why: 'payment', staffName: staff.name }])
    // Who has paid nothing was looked at by nobody.
    const review = issueGrant(staff, 'payments:review', { brand: person.brand })
    expect(await listTakenPayments(review, bill.number, { limit: 9 })).toEqual([])
    expect(await accesses(person)).toHaveLength(1)
    const of = { brand: person.brand, subjectId: person.id, billId: bill.id, amountMinor: 100n }
    const taken = { capturedMinor: 100n, currency: bill.currency, state: 'succeeded', settledAt: clock.now() }
    const { id: paymentId } = await database('system').payment.create({
      data: { ...of, ...taken, provider: 'stripe', method: 'card' },
      select: { id: true },
    })
    await database('system').paymentShare.create({ data: { ...of, paymentId, position: 0 }, select: { billId: true } })
    expect(await listTakenPayments(review, bill.number, { limit: 9 })).toMatchObject([
      { id: paymentId, number: bill.number },
    ])
    expect((await accesses(person))[0]).toMatchObject({ what: 'payment.looked_at', why: 'payment', role: 'support' })
  })
})

describe('who looked', () => {
  it('is paged by key, and shows a person nothing of anybody else', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('we-app')]
    const staff = await createTestStaff('support')
    for (let round = 0; round < 3; round += 1) {
      await start(staff, person)
      await end(staff, 'we-app')
    }
    const all = await accesses(person)
    expect(all).toHaveLength(6)
    const [second, third] = [all[1], all[2]]
    if (!second || !third) throw new Error('too few')
    const next = await listAccesses(person.grant('access-ledger:view'), { limit: 1, before: second })
    expect(next.map((look) => look.id)).toEqual([third.id])
    expect(await accesses(other)).toEqual([])
    const names = await inScope(other.grant('access-ledger:view'), (tx) =>
      tx.staffMember.findMany({ select: { displayName: true } }),
    )
    expect(names).toEqual([])
  })

  it('can be read for a whole brand by auditors and security managers, and by nobody else', async () => {
    const [staff, person] = [await createTestStaff('support'), await createTestPerson('wellborne-plus')]
    await start(staff, person)
    for (const role of ['auditor', 'security_manager'] as const) {
      const reader = await createTestStaff(role)
      // Other files write events of this brand at the same time, with clocks of their own.
      const query = { limit: 500, staffOnly: true }
      const events = await listAuditEvents(issueGrant(reader, 'audit:view', { brand: 'wellborne-plus' }), query)
      const found = events.find((event) => event.subject === person.id)
      expect(found).toMatchObject({ name: 'support.started', staffName: staff.name })
      const elsewhere = await listAuditEvents(issueGrant(reader, 'audit:view', { brand: 'we-e-charge' }), { limit: 50 })
      expect(elsewhere.some((event) => event.subject === person.id)).toBe(false)
    }
    expect(() => issueGrant(staff, 'audit:view', { brand: 'wellborne-plus' })).toThrow('access.not_found')
  })

  it('loses the reason and keeps the fact when the account is erased', async () => {
    const [staff, person] = [await createTestStaff('support'), await createTestPerson('we-app')]
    await start(staff, person)
    const of = { brand: person.brand, subject: person.id }
    await database('system').$transaction((tx) => accessRecordHeld.erase(tx, of))
    expect(await database('system').supportSession.count({ where: { subjectId: person.id } })).toBe(0)
    expect(await accesses(person)).toMatchObject([{ what: 'support.started', reason: null }])
  })
})

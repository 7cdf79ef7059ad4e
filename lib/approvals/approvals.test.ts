import { randomInt } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inScope, issueGrant, type StaffActor, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { carryOut } from './carry-out.ts'
import {
  approveOperation,
  countWaiting,
  defineOperation,
  listApprovals,
  refuseOperation,
  requestApproval,
  watchApprovals,
  withdrawRequest,
} from './index.ts'
import { APPROVAL_MOVES } from './lifecycle.ts'
import { approvalsHeld } from './personal-data.ts'
import { APPROVAL_STATES } from './schema.ts'

// The watch goes over the approvals of everybody.
beforeAll(useOwnDatabase)

const brand = 'we-lock'
const reason = 'The person asked for it on the phone'

/** An operation that only counts how often it was done, and can be told to refuse. */
function countingOperation() {
  const done: { minutes: number; actor: string }[] = []
  const mood: { fault: Error | null } = { fault: null }
  const operation = defineOperation({
    kind: 'support.start',
    permission: 'support:start',
    input: z.object({ minutes: z.number(), subject: z.uuid().optional() }),
    termMinutes: 60,
    about: async (_, __, { minutes, subject }) => ({ summary: { ref: 'T', minutes }, ...(subject ? { subject } : {}) }),
    async run(grant, { minutes }) {
      if (mood.fault) throw mood.fault
      done.push({ minutes, actor: 'id' in grant.actor ? grant.actor.id : '' })
    },
  })
  return { operation, done, mood }
}

/** Each test asks for something else: the same waits only once. */
const another = () => ({ minutes: randomInt(2 ** 40) })
const asks = (staff: StaffActor) => issueGrant(staff, 'approvals:request', { brand })
const decides = (staff: StaffActor) =>
  issueGrant({ ...staff, authenticatedAt: clock.now() }, 'approvals:decide', { brand })
const row = (id: string) => database('system').approval.findUniqueOrThrow({ where: { id } })

async function asked(world = countingOperation(), input: { minutes: number; subject?: string } = another()) {
  const [who, other] = [await createTestStaff('support'), await createTestStaff('security_manager')]
  const id = await requestApproval(asks(who), world.operation, { input, reason })
  return { ...world, id, who, other, input, approve: (staff = other) => approve(world, staff, id) }
}

function approve(world: ReturnType<typeof countingOperation>, staff: StaffActor, approval: string) {
  return approveOperation(decides(staff), [world.operation], { approval })
}

afterEach(() => clock.shift(0))

describe('an operation that needs a second person', () => {
  it('cannot be had without one, whatever the role and however recent the sign-in', async () => {
    const staff = await createTestStaff('support')
    expect(() => issueGrant(staff, 'support:start', { brand })).toThrow('access.approval')
  })

  it('is done once when a colleague approves it, in the name of who asked, and recorded with both names', async () => {
    const { id, approve, done, who, other, input } = await asked()
    expect(done).toEqual([])
    expect(await approve()).toEqual({ kind: 'support.start', state: 'done', code: null })
    expect(done).toEqual([{ minutes: input.minutes, actor: who.id }])
    expect(await row(id)).toMatchObject({ state: 'done', decidedBy: other.id, sealedInput: null })
    const events = await database('system').auditEvent.findMany({ where: { target: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ name, actorId }) => [name, actorId])).toEqual([
      ['approval.requested', who.id],
      ['approval.given', other.id],
      ['approval.carried_out', who.id],
    ])
    expect(events[2]?.detail).toMatchObject({ approval: id })
  })

  it('is not done by who asked, by a role that may not decide, or after it was decided', async () => {
    const { id, operation, approve, done, who, other } = await asked()
    await expect(approve(who)).rejects.toMatchObject({ code: 'approvals.own' })
    await expect(approve(await createTestStaff('data_operator'))).rejects.toMatchObject({
      code: 'approvals.other_role',
    })
    const auditor = await createTestStaff('auditor')
    expect(() => decides(auditor)).toThrow('access.not_found')
    const elsewhere = issueGrant(other, 'approvals:decide', { brand: 'we-app' })
    await expect(approveOperation(elsewhere, [operation], { approval: id })).rejects.toMatchObject({
      code: 'approvals.not_found',
    })
    await refuseOperation(decides(other), [operation], { approval: id, note: 'The person denies that' })
    await expect(approve()).rejects.toMatchObject({ code: 'approvals.over' })
    expect(done).toEqual([])
    expect(await row(id)).toMatchObject({ state: 'refused', note: 'The person denies that', sealedInput: null })
  })

  it('asks who decides for a recent sign-in', async () => {
    const staff = { ...(await createTestStaff('security_manager')), authenticatedAt: clock.inMinutes(-6) }
    expect(() => issueGrant(staff, 'approvals:decide', { brand })).toThrow('access.step_up')
  })

  it('is done once when two colleagues approve it at the same time', async () => {
    const { approve, done } = await asked()
    const others = [await createTestStaff('security_manager'), await createTestStaff('support')]
    const outcomes = await Promise.allSettled(others.map((staff) => approve(staff)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(done).toHaveLength(1)
  })

  it('lapses after its term, also where it was approved and never done', async () => {
    const { id, operation, approve, done } = await asked()
    clock.shift(61 * 60_000)
    await expect(approve()).rejects.toMatchObject({ code: 'approvals.over' })
    await watchApprovals(systemGrant('test', 'approvals:watch', { brand: '' }), [operation])
    expect(await row(id)).toMatchObject({ state: 'expired', sealedInput: null })
    expect(done).toEqual([])
  })

  it('is over when it is refused at its time, with nothing done, and says why', async () => {
    const { id, approve, mood, done } = await asked()
    mood.fault = new Refusal('support.already_acting')
    expect(await approve()).toMatchObject({ state: 'failed', code: 'support.already_acting' })
    expect(await row(id)).toMatchObject({ state: 'failed', outcome: 'support.already_acting' })
    mood.fault = null
    await expect(approve()).rejects.toMatchObject({ code: 'approvals.over' })
    expect(done).toEqual([])
  })

  it('is done later where a fault of ours broke it off, and then once', async () => {
    const { id, operation, approve, mood, done } = await asked()
    mood.fault = new Error('the power went')
    await expect(approve()).rejects.toThrow('the power went')
    expect(await row(id)).toMatchObject({ state: 'approved' })
    mood.fault = null
    clock.shift(2 * 60_000)
    const watch = systemGrant('test', 'approvals:watch', { brand })
    await carryOut(watch, operation, id)
    await watchApprovals(systemGrant('test', 'approvals:watch', { brand: '' }), [operation])
    expect(done).toHaveLength(1)
    expect(await row(id)).toMatchObject({ state: 'done' })
    await expect(carryOut(watch, operation, id)).rejects.toMatchObject({ code: 'approvals.used' })
  })

  it('is not done for somebody who has left, or has another role', async () => {
    const { who, approve, done } = await asked()
    await database('system').staffMember.update({ where: { id: who.id }, data: { disabledAt: clock.now() } })
    expect(await approve()).toMatchObject({ state: 'failed', code: 'approvals.requester_gone' })
    expect(done).toEqual([])
  })

  it('waits once for the same, and can be taken back by who asked', async () => {
    const world = countingOperation()
    const { id, who, other, input } = await asked(world)
    const again = requestApproval(asks(other), world.operation, { input, reason })
    await expect(again).rejects.toThrow('access.not_found')
    const colleague = await createTestStaff('support')
    await expect(requestApproval(asks(colleague), world.operation, { input, reason })).rejects.toMatchObject({
      code: 'approvals.asked_already',
    })
    await expect(withdrawRequest(asks(colleague), { approval: id })).rejects.toMatchObject({ code: 'approvals.over' })
    await withdrawRequest(asks(who), { approval: id })
    expect(await row(id)).toMatchObject({ state: 'withdrawn', sealedInput: null })
    await requestApproval(asks(colleague), world.operation, { input, reason })
  })

  it('shows each member of staff what they may decide, and counts it', async () => {
    const { id, operation, who, other } = await asked()
    const view = async (staff: StaffActor) => {
      const grant = issueGrant(staff, 'approvals:view', { brand: '' })
      const rows = await listApprovals(grant, [operation], { part: 'waiting', limit: 1_000 })
      return { row: rows.find((one) => one.id === id), count: await countWaiting(grant, [operation]) }
    }
    expect((await view(who)).row).toMatchObject({ own: true, decidable: false, reason, requestedBy: who.name })
    expect((await view(other)).row).toMatchObject({ own: false, decidable: true })
    expect((await view(other)).count).toBeGreaterThan(0)
    const auditor = await view(await createTestStaff('auditor'))
    expect(auditor).toMatchObject({ row: { decidable: false }, count: 0 })
  })

  it('forgets the words of it when the person is erased, and ends what waits', async () => {
    const person = await createTestPerson(brand)
    const { id } = await asked(countingOperation(), { ...another(), subject: person.id })
    const of = { brand, subject: person.id }
    await database('system').$transaction((tx) => approvalsHeld.erase(tx, of))
    expect(await row(id)).toMatchObject({ state: 'withdrawn', reason: null, summary: {}, sealedInput: null })
  })
})

describe('the database', () => {
  it('refuses self-approval, another’s name, another role, and a second decision', async () => {
    const { id, who, other } = await asked()
    const decide = (staff: StaffActor, as: StaffActor, role = as.role) =>
      inScope(decides(staff), (tx) =>
        tx.approval.updateMany({
          where: { id },
          data: { state: 'approved', decidedBy: as.id, decidedRole: role, decidedAt: clock.now() },
        }),
      )
    await expect(decide(who, who)).rejects.toThrow(/approval_not_by_oneself/)
    await expect(decide(who, other)).rejects.toThrow(/in one's own name/)
    await expect(decide(other, other, 'auditor')).rejects.toThrow(/in one's own name/)
    // Nor as its owner, past every privilege: the constraint is the table's.
    await expect(
      asOwner(
        `SET app.actor = 'staff:${who.id}'; UPDATE approval SET state = 'approved', decided_by = requested_by, decided_role = 'support', decided_at = requested_at WHERE id = '${id}'`,
      ),
    ).rejects.toThrow(/approval_not_by_oneself/)
    expect((await decide(other, other)).count).toBe(1)
    const third = await createTestStaff('security_manager')
    await expect(decide(third, third)).rejects.toThrow(/cannot become|decided already/)
  })

  it('lets nothing be changed of what was asked, and nothing be removed', async () => {
    const { id, other } = await asked()
    for (const set of [
      `kind = 'other.kind'`,
      `permission = 'exports:bulk'`,
      `input_hash = sha256('x')`,
      `summary = '{"ref": "another"}'`,
      `href = '/elsewhere'`,
      `expires_at = now() + interval '9 days'`,
      `sealed_input = 'x'`,
      `reason = 'something else entirely'`,
      `state = 'done', decided_by = '${other.id}', decided_role = 'support', decided_at = requested_at, ended_at = now()`,
      `requested_by = '${other.id}'`,
    ])
      await expect(asOwner(`UPDATE approval SET ${set} WHERE id = '${id}'`), set).rejects.toThrow(
        /cannot be changed|cannot become|check constraint/,
      )
    await expect(asOwner(`DELETE FROM approval WHERE id = '${id}'`)).rejects.toThrow(/append-only/)
  })

  it('uses an approval for nothing but what was approved', async () => {
    const { id, other, who, operation, done } = await asked()
    await inScope(decides(other), (tx) =>
      tx.approval.updateMany({
        where: { id },
        data: { state: 'approved', decidedBy: other.id, decidedRole: other.role, decidedAt: clock.now() },
      }),
    )
    const approved = { id, brand, subjectId: null, kind: operation.kind, input: { minutes: 1 } }
    await expect(operation.carryOut(who, approved)).rejects.toMatchObject({ code: 'approvals.used' })
    await expect(operation.carryOut(who, { ...approved, brand: 'we-app' })).rejects.toMatchObject({
      code: 'approvals.used',
    })
    expect(done).toEqual([])
    expect(await row(id)).toMatchObject({ state: 'approved' })
  })

  it('keeps security manager, data operator and auditor apart: one account an employee, one role an account', async () => {
    const staff = await createTestStaff('data_operator')
    const change = (data: { role?: string; employeeNo?: string }) =>
      database('system').staffMember.update({ where: { id: staff.id }, data, select: { id: true } })
    await expect(change({ role: 'auditor' })).rejects.toThrow(/exclude each other/)
    await expect(change({ role: 'security_manager' })).rejects.toThrow(/exclude each other/)
    await expect(change({ employeeNo: 'somebody else' })).rejects.toThrow(/stays with its employee/)
    const second = { employeeNo: staff.id, accountName: `second-${staff.id}`, displayName: 'S', passwordHash: '-' }
    await expect(database('system').staffMember.create({ data: { ...second, role: 'auditor' } })).rejects.toThrow(
      /Unique constraint/,
    )
  })

  it('holds the same table of moves as the code', async () => {
    const { prosrc } = (await asOwner(`SELECT prosrc FROM pg_proc WHERE proname = 'guard_approval'`)).rows[0] as {
      prosrc: string
    }
    const reached = new Set(['requested', ...Object.values(APPROVAL_MOVES).map(({ to }) => to)])
    expect([...reached].toSorted()).toEqual([...APPROVAL_STATES].toSorted())
    for (const { from, to } of Object.values(APPROVAL_MOVES))
      expect(prosrc).toMatch(new RegExp(`OLD.state = '${from}' AND NEW.state IN \\([^)]*'${to}'`))
  })
})

async function asOwner(statement: string) {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

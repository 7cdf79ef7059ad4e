import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inScope, issueGrant, PERMISSIONS, type StaffActor, type StaffRole, systemGrant } from '#lib/access/index.ts'
import { approveOperation, type Operation, refuseOperation, requestApproval } from '#lib/approvals/index.ts'
import { checkManifest } from '#lib/brands/check-manifest.ts'
import { getManifest, notePublished, policyDigest, policyInForce } from '#lib/brands/index.ts'
import { buildBulkExport, openBulkExport, orderBulkExportOperation } from '#lib/bulk-exports/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { policyVersions, publishPolicyOperation } from '#lib/policies/index.ts'
import { getRequest, openPublicRequest } from '#lib/requests/index.ts'
import { acceptDeletionOperation, eraseAccount, eraseChildOperation } from '#lib/retention/index.ts'
import { startSupportOperation } from '#lib/support/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { readZip } from '#lib/testing/read-zip.ts'
import { openAs, REASON } from '#lib/testing/request-world.ts'
import { OPERATIONS } from './index.ts'

const BRAND = 'we-app'

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

const ask = <I>(staff: StaffActor, operation: Operation<I>, input: I) =>
  requestApproval(issueGrant(staff, 'approvals:request', { brand: BRAND }), operation, { input, reason: REASON })
const approve = (staff: StaffActor, approval: string) =>
  approveOperation(
    issueGrant({ ...staff, authenticatedAt: clock.now() }, 'approvals:decide', { brand: BRAND }),
    OPERATIONS,
    { approval },
  )

/** Asks in a role, lets the asker and an outsider try to approve, then approves in another role. */
async function throughTwo<I>(asks: StaffRole, decides: StaffRole, operation: Operation<I>, input: I) {
  const [one, two] = [await createTestStaff(asks), await createTestStaff(decides)]
  expect(() => issueGrant(one, operation.permission, { brand: BRAND })).toThrow('access.approval')
  const id = await ask(one, operation, input)
  await expect(approve(one, id)).rejects.toMatchObject({ code: 'approvals.own' })
  const byOneself = inScope(issueGrant(one, 'approvals:decide', { brand: BRAND }), (tx) =>
    tx.approval.updateMany({
      where: { id },
      data: { state: 'approved', decidedBy: one.id, decidedRole: one.role, decidedAt: clock.now() },
    }),
  )
  await expect(byOneself).rejects.toThrow(/approval_not_by_oneself/)
  return { one, two, id, done: () => approve(two, id) }
}

describe('[ENB-09] least privilege, and two people for what matters', () => {
  it('erasing on request waits for a second person', async () => {
    const person = await createTestPerson(BRAND)
    const request = await openAs(person, 'deletion')
    const input = { request, part: 'account', text: REASON }
    const { done, id } = await throughTwo('data_operator', 'data_operator', acceptDeletionOperation, input)
    const { number } = await getRequest(person.grant('requests:view'), request)
    const asked = await database('system').approval.findUniqueOrThrow({ where: { id } })
    expect(asked.summary).toEqual({ part: 'account', number })
    const erase = systemGrant('test', 'retention:erase-account', { brand: BRAND, subject: person.id })
    expect(await eraseAccount(erase)).toBe('nothing_due')
    expect(await done()).toMatchObject({ state: 'done' })
    expect(await eraseAccount(erase)).toBe('erased')
  })

  it('erasing a child’s account waits for a second person, who sees which one it is', async () => {
    const child = await createTestPerson(BRAND)
    const anyone = { kind: 'anonymous', brand: BRAND } as const
    const report = { kind: 'child_report', text: 'It is of my son.', email: 'reporter@example.org' } as const
    await openPublicRequest(issueGrant(anyone, 'requests:open-public', { brand: BRAND }), report, 'en')
    const reported = await database('system').rightsRequest.findFirstOrThrow({ where: { kind: 'child_report' } })
    await database('system').rightsRequest.update({
      where: { id: reported.id },
      data: { state: 'received', identifiedAt: clock.now(), dueAt: clock.inDays(30) },
    })
    const input = { request: reported.id, account: child.ref, text: REASON }
    for (const account of ['nobody@mail.example', 'WE-NOBODY'])
      await expect(
        ask(await createTestStaff('data_operator'), eraseChildOperation, { ...input, account }),
      ).rejects.toMatchObject({ code: 'retention.account_not_found', details: { field: 'account' } })
    const { done, id } = await throughTwo('data_operator', 'security_manager', eraseChildOperation, input)
    const asked = await database('system').approval.findUniqueOrThrow({ where: { id } })
    expect(asked.summary).toEqual({ number: reported.number, ref: child.ref })
    expect(await done()).toMatchObject({ state: 'done' })
    const erase = systemGrant('test', 'retention:erase-account', { brand: BRAND, subject: child.id })
    expect(await eraseAccount(erase)).toBe('erased')
  })

  it('acting for a person waits for a second person', async () => {
    const person = await createTestPerson(BRAND)
    const input = { subject: person.id, reason: REASON, minutes: 15 } as const
    const { done, one } = await throughTwo('support', 'security_manager', startSupportOperation, input)
    const sessions = () => database('system').supportSession.findMany({ where: { subjectId: person.id } })
    expect(await sessions()).toEqual([])
    expect(await done()).toMatchObject({ state: 'done' })
    expect(await sessions()).toMatchObject([{ staffId: one.id, endedAt: null }])
  })

  it('exporting everybody’s data waits for a second person, and then is for who asked alone', async () => {
    const [ada, bob] = [await createTestPerson(BRAND), await createTestPerson(BRAND)]
    const stranger = await createTestPerson('we-lock')
    const category = getManifest(BRAND).categories.find(({ shape }) => shape === 'registration')?.key ?? ''
    const input = { category, purpose: 'audit' } as const
    const { done, one, two } = await throughTwo('data_operator', 'security_manager', orderBulkExportOperation, input)
    expect(await database('system').bulkExport.count()).toBe(0)
    expect(await done()).toMatchObject({ state: 'done' })
    const order = await database('system').bulkExport.findFirstOrThrow()
    await buildBulkExport(systemGrant('test', 'bulk-exports:build', { brand: BRAND }), order.id)
    const opened = await openBulkExport(issueGrant(one, 'bulk-exports:download', { brand: BRAND }), order.id)
    const files = await readZip(Buffer.concat(await opened.content.toArray()))
    const text = files.get(`${category}.ndjson`)?.toString() ?? ''
    expect(text).toContain(ada.ref)
    expect(text).toContain(bob.ref)
    expect(text).not.toContain(stranger.ref)
    const colleague = await createTestStaff('data_operator')
    for (const staff of [colleague, { ...two, role: 'data_operator' as const }])
      await expect(
        openBulkExport(issueGrant(staff, 'bulk-exports:download', { brand: BRAND }), order.id),
      ).rejects.toMatchObject({ code: 'bulk_exports.not_found' })
    clock.shift(25 * 3_600_000)
    const later = issueGrant({ ...one, authenticatedAt: clock.now() }, 'bulk-exports:download', { brand: BRAND })
    await expect(openBulkExport(later, order.id)).rejects.toMatchObject({ code: 'bulk_exports.not_found' })
  })

  it('publishing a policy waits for a second person; until then nobody sees it and it never comes into force', async () => {
    const draft = getManifest(BRAND).drafts[0]
    if (!draft) throw new Error('there is no draft to try')
    const input = { version: draft.version, textHash: policyDigest(draft) }
    const later = new Date('2027-03-01T12:00:00Z')
    const seen = () => getManifest(BRAND).policies.some(({ version }) => version === draft.version)
    const { done } = await throughTwo('data_operator', 'security_manager', publishPolicyOperation, input)
    expect(seen()).toBe(false)
    expect(policyInForce(getManifest(BRAND), later).version).not.toBe(draft.version)
    const operator = await createTestStaff('data_operator')
    const other = { ...input, textHash: '0'.repeat(64) }
    await expect(ask(operator, publishPolicyOperation, other)).rejects.toMatchObject({ code: 'policies.draft_changed' })
    expect(await done()).toMatchObject({ state: 'done' })
    expect(seen()).toBe(true)
    expect(policyVersions(getManifest(BRAND), clock.now()).announced.map(({ version }) => version)).toEqual(['2.1'])
    expect(policyInForce(getManifest(BRAND), later).version).toBe(draft.version)
    await expect(ask(operator, publishPolicyOperation, input)).rejects.toMatchObject({ code: 'policies.no_draft' })
  })

  it('holds for the text that was approved: changed afterwards, it is a draft again and never comes into force', () => {
    const { drafts, policies } = getManifest(BRAND)
    const policy = [...drafts, ...policies].find(({ version }) => version === '2.1')
    if (!policy) throw new Error('there is no version to try')
    const seen = (digest: string) => {
      notePublished(new Map([[BRAND, new Map([[policy.version, digest]])]]))
      return getManifest(BRAND).policies.some(({ version }) => version === policy.version)
    }
    const other = { ...policy, summary: { ...policy.summary, en: `${policy.summary.en} And more.` } }
    expect([seen(policyDigest(policy)), seen(policyDigest(other))]).toEqual([true, false])
    expect(policyInForce(getManifest(BRAND), new Date('2027-03-01T12:00:00Z')).version).not.toBe('2.1')
  })

  it('is the only way for a version: none that takes effect from now on may stand among those in force', () => {
    const { drafts, ...rest } = getManifest('energybilling')
    const past = checkManifest('m', rest)
    const [first] = past.policies
    const from = (effectiveOn: string) => ({
      ...rest,
      policies: [...rest.policies, { ...first, version: '9', effectiveOn }],
    })
    expect(() => checkManifest('m', from('2026-11-22'))).toThrow(/is a draft, until two people publish it/)
    expect(() => checkManifest('m', from('2026-11-21'))).not.toThrow()
    expect(drafts.length).toBeGreaterThan(0)
  })

  it('is demanded by the tables themselves, even of code that forgets', async () => {
    const operator = await createTestStaff('data_operator')
    const grant = issueGrant(operator, 'approvals:request', { brand: BRAND })
    const approvalId = randomUUID()
    const publication = { brand: BRAND, version: '9', textHash: Buffer.alloc(32), approvalId }
    const order = { brand: BRAND, content: 'x', purpose: 'audit', approvalId, orderedBy: operator.id }
    for (const write of [
      () => inScope(grant, (tx) => tx.policyPublication.create({ data: publication, select: { version: true } })),
      () => inScope(grant, (tx) => tx.bulkExport.create({ data: order, select: { id: true } })),
    ])
      await expect(write()).rejects.toThrow(/needs the approval of a second person/)
  })

  it('keeps the three roles apart, in the database and in what they may ask and decide', async () => {
    const operator = await createTestStaff('data_operator')
    for (const role of ['security_manager', 'auditor'])
      await expect(
        database('system').staffMember.update({ where: { id: operator.id }, data: { role }, select: { id: true } }),
      ).rejects.toThrow(/exclude each other/)
    const auditor = await createTestStaff('auditor')
    for (const permission of ['approvals:request', 'approvals:decide'] as const)
      expect(() => issueGrant(auditor, permission, { brand: BRAND })).toThrow('access.not_found')
    for (const { permission } of OPERATIONS) {
      const { holders, approval } = PERMISSIONS[permission] as { holders: readonly string[]; approval?: StaffRole[] }
      expect(approval, permission).not.toContain('auditor')
      expect(approval?.length, permission).toBeGreaterThan(0)
      expect(holders, permission).not.toContain('auditor')
    }
    // Every permission that needs a second person has an operation by which it can be asked for.
    const guarded = Object.entries(PERMISSIONS).filter(([, row]) => 'approval' in row)
    expect(new Set(OPERATIONS.map(({ permission }) => permission))).toEqual(new Set(guarded.map(([name]) => name)))
  })

  it('can be refused, and then nothing happens', async () => {
    const person = await createTestPerson(BRAND)
    const support = await createTestStaff('support')
    const id = await ask(support, startSupportOperation, { subject: person.id, reason: REASON, minutes: 15 })
    const security = await createTestStaff('security_manager')
    const grant = issueGrant(security, 'approvals:decide', { brand: BRAND })
    await refuseOperation(grant, OPERATIONS, { approval: id, note: REASON })
    expect(await database('system').supportSession.count({ where: { subjectId: person.id } })).toBe(0)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { createFullPerson, type FullPerson } from '#lib/testing/full-person.ts'
import { rowsOf, tablesOfPeople } from '#lib/testing/held-rows.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { type PersonPermission, PROBES, recordCategory } from '#lib/testing/refusal-probes.ts'
import {
  type Actor,
  type Grant,
  inScope,
  issueGrant,
  PERMISSIONS,
  type Permission,
  permissionRow,
  STAFF_ROLES,
  type StaffActor,
  systemGrant,
} from './index.ts'

/*
 * Generated from the table of permissions: each row is tried by everybody who must not have it, and each of its verbs
 * is turned against a person who has rows in every table. ASVS 8.2.1, 8.2.2, 8.3.3, 8.4.1.
 */

const BRAND = 'we-app'
const OTHER_BRAND = 'wellborne-plus'

const permissions = (Object.keys(PERMISSIONS) as Permission[]).toSorted()
const ofPeople = (Object.keys(PROBES) as PersonPermission[]).toSorted()

let victim: FullPerson
let people: Record<'another person of the brand' | 'a person of another brand', TestPerson>

beforeAll(async () => {
  victim = await createFullPerson(BRAND, recordCategory(BRAND))
  people = {
    'another person of the brand': await createTestPerson(BRAND),
    'a person of another brand': await createTestPerson(OTHER_BRAND),
  }
})

describe('the trial', () => {
  it('has a victim with rows in every table that holds people', async () => {
    const held = await rowsOf(victim.id)
    const empty = [...held].filter(([, { rows }]) => rows === 0).map(([table]) => table)
    expect(empty).toEqual([])
    expect(held.size).toBe((await tablesOfPeople()).length)
  })

  it('[WBP-12] has a probe for each permission that reaches a person', () => {
    const reaching = permissions.filter((permission) => {
      const { reach, holders } = permissionRow(permission)
      return reach === 'subject' || holders.includes('person')
    })
    expect(ofPeople).toEqual(reaching)
  })
})

describe.each(['another person of the brand', 'a person of another brand'] as const)('%s', (who) => {
  it.each(ofPeople)('%s: no grant over the victim', (permission) => {
    const { actor } = people[who]
    const asked = { brand: BRAND, subject: victim.id }
    expect(codeOf(() => issueGrant(actor, permission, asked))).toBe('access.not_found')
  })

  it.each(ofPeople)('%s: no verb reaches the victim', async (permission) => {
    const before = await rowsOf(victim.id)
    await attack(permission, ownGrant(people[who], permission))
    expect(await rowsOf(victim.id)).toEqual(before)
  })

  // Every permission that reaches a person uses one database role; what that role cannot do, no verb can.
  it.each(['overview:view', 'exports:build'] as const)(
    '%s: no row of the victim can be read, changed or removed in its scope, whatever a verb asks for',
    async (permission) => {
      const grant = ownGrant(people[who], permission)
      const before = await rowsOf(victim.id)
      for (const { table, column } of await tablesOfPeople()) await reachFor(grant, table, column)
      expect(await rowsOf(victim.id)).toEqual(before)
    },
  )
})

/** Those that ask a provider, read a file or write to an address, which is not there for the rows of a test. */
const ELSEWHERE = [
  'startPayment',
  'setAutopay',
  'settleReturned',
  'openExport',
  'buildExport',
  'openUpload',
  'sendPayLink',
]

describe('the person themselves', () => {
  it.each(ofPeople.filter((permission) => Object.keys(PROBES[permission].aims).length > 0))(
    '%s: finds with the same words what others do not find',
    async (permission) => {
      const owner = await createFullPerson(BRAND, recordCategory(BRAND))
      await find(permission, ownGrant(owner, permission), owner)
    },
  )
})

describe('nobody, machines and strangers', () => {
  it.each(ofPeople)('%s: whoever is not signed in is sent to sign in', (permission) => {
    const expected = permissionRow(permission).holders.includes('person') ? 'access.sign_in' : 'access.not_found'
    expect(codeOf(() => issueGrant({ kind: 'anonymous', brand: BRAND }, permission, { brand: BRAND }))).toBe(expected)
  })

  it.each(ofPeople)('%s: not for an API key, even of the same brand', (permission) => {
    const key: Actor = { kind: 'api_key', id: 'key', brand: BRAND }
    expect(codeOf(() => issueGrant(key, permission, { brand: BRAND, subject: victim.id }))).toBe('access.not_found')
  })

  it.each(permissions)('%s: not for an actor who is no holder', (permission) => {
    const { holders } = permissionRow(permission)
    const actors: Actor[] = [
      victim.actor,
      { kind: 'api_key', id: 'key', brand: BRAND },
      { kind: 'agent', id: 'agent', brand: BRAND },
      { kind: 'system', id: 'job:test' },
      { kind: 'anonymous', brand: BRAND },
      ...STAFF_ROLES.map((role) => staff(role)),
    ]
    for (const actor of actors) {
      const holder = actor.kind === 'staff' ? actor.role : actor.kind
      if (holders.includes(holder)) continue
      expect(codeOf(() => issueGrant(actor, permission, { brand: BRAND, subject: victim.id }))).toMatch(/^access\./)
    }
  })

  it.each(permissions)('%s: a person, a key or a visitor of one brand has no business in another', (permission) => {
    const actors: Actor[] = [
      victim.actor,
      { kind: 'api_key', id: 'key', brand: BRAND },
      { kind: 'agent', id: 'agent', brand: BRAND },
      { kind: 'anonymous', brand: BRAND },
    ]
    for (const actor of actors)
      expect(codeOf(() => issueGrant(actor, permission, { brand: OTHER_BRAND }))).toMatch(/^access\./)
  })
})

describe('staff on behalf of a person', () => {
  it.each(ofPeople)('%s: no role has it without a support session', (permission) => {
    for (const role of STAFF_ROLES)
      expect(codeOf(() => issueGrant(staff(role), permission, { brand: BRAND }))).toBe('access.not_found')
  })

  it.each(ofPeople)(
    '%s: not for another person or brand than the session is for, nor after its end',
    async (permission) => {
      const acting = await actingStaff('support')
      const asked = { brand: BRAND, subject: victim.id }
      expect(codeOf(() => issueGrant(acting, permission, asked))).toBe('access.not_found')
      expect(codeOf(() => issueGrant(acting, permission, { brand: OTHER_BRAND }))).toBe('access.not_found')
      const over: StaffActor = { ...acting, support: acting.support && { ...acting.support, endsAt: clock.now() } }
      expect(codeOf(() => issueGrant(over, permission, { brand: BRAND }))).toBe('access.not_found')
    },
  )

  it.each(ofPeople.filter((permission) => !permissionRow(permission).onBehalf))(
    '%s: refused while acting for somebody, because only that person may',
    async (permission) => {
      const { reach } = permissionRow(permission)
      for (const role of STAFF_ROLES) {
        const acting = await actingStaff(role)
        const code = codeOf(() => issueGrant(acting, permission, { brand: BRAND }))
        expect(code).toBe(reach === 'subject' ? 'access.not_on_behalf' : 'access.not_found')
      }
    },
  )

  it.each(ofPeople.filter((permission) => permissionRow(permission).onBehalf))(
    '%s: support may, other roles may not',
    async (permission) => {
      for (const role of STAFF_ROLES) {
        const acting = await actingStaff(role)
        const code = codeOf(() => issueGrant(acting, permission, { brand: BRAND }))
        expect(code).toBe(role === 'support' ? null : 'access.not_on_behalf')
      }
    },
  )

  it('is never: paying, consenting, exporting, closing, credentials, revealing, deleting, reading who looked', () => {
    const never = ofPeople.filter((permission) => !permissionRow(permission).onBehalf)
    expect(never).toEqual(
      expect.arrayContaining([
        'payments:pay',
        'consents:decide',
        'policies:accept',
        'exports:request',
        'exports:download',
        'account:cancel',
        'credentials:change',
        'identifiers:change',
        'inventory:reveal',
        'inventory:delete',
        'access-ledger:view',
        'devices:permit',
        'requests:open',
        'requests:follow',
        'requests:show-identity',
      ]),
    )
  })
})

describe('staff in their own role', () => {
  const ofStaff = permissions.filter((permission) =>
    permissionRow(permission).holders.some((holder) => STAFF_ROLES.some((role) => role === holder)),
  )
  const inRole = ofStaff.filter((permission) => permissionRow(permission).reach !== 'subject')
  const holdersOf = (permission: Permission) =>
    STAFF_ROLES.filter((role) => permissionRow(permission).holders.includes(role))

  it.each(inRole.filter((permission) => permissionRow(permission).stepUp))(
    '%s: asks for a recent sign-in',
    (permission) => {
      for (const role of holdersOf(permission)) {
        const stale = { ...staff(role), authenticatedAt: clock.inMinutes(-6) }
        expect(codeOf(() => issueGrant(stale, permission, { brand: BRAND }))).toBe('access.step_up')
      }
    },
  )

  it.each(inRole.filter((permission) => permissionRow(permission).approval))(
    '%s: needs a second person, whoever asks',
    (permission) => {
      for (const role of holdersOf(permission))
        expect(codeOf(() => issueGrant(staff(role), permission, { brand: BRAND }))).toBe('access.approval')
    },
  )
})

describe('a person of their own', () => {
  it.each(ofPeople.filter((permission) => permissionRow(permission).stepUp))(
    '%s: asks for a recent sign-in',
    (permission) => {
      const stale = { ...victim.actor, authenticatedAt: clock.inMinutes(-6) }
      expect(codeOf(() => issueGrant(stale, permission, { brand: BRAND }))).toBe('access.step_up')
    },
  )

  it.each(ofPeople.filter((permission) => permissionRow(permission).holders.includes('person')))(
    '%s: goes on or stops while the account is being closed, as the table says',
    (permission) => {
      const closing = { ...victim.actor, authenticatedAt: clock.now(), closing: true }
      const code = codeOf(() => issueGrant(closing, permission, { brand: BRAND }))
      expect(code).toBe(permissionRow(permission).whileClosing ? null : 'access.closing')
    },
  )

  it.each(ofPeople.filter((permission) => permissionRow(permission).holders.includes('person')))(
    '%s: waits until a major change of the policy is agreed to, or not, as the table says',
    (permission) => {
      const asked = { ...victim.actor, authenticatedAt: clock.now(), agreementDue: true }
      const code = codeOf(() => issueGrant(asked, permission, { brand: BRAND }))
      expect(code).toBe(permissionRow(permission).beforeAgreeing ? null : 'access.agreement')
    },
  )

  it('leaves agreeing, requests, taking along and closing open before agreeing, and nothing that shows or does more', () => {
    const open = ofPeople.filter((permission) => permissionRow(permission).beforeAgreeing)
    expect(open).toEqual([
      'account:cancel',
      'account:undo-cancel',
      'account:view',
      'announcements:acknowledge',
      'announcements:view',
      'controller-changes:answer',
      'exports:download',
      'exports:request',
      'exports:view',
      'policies:accept',
      'requests:follow',
      'requests:open',
      'requests:prove-value',
      'requests:show-identity',
      'requests:view',
      'sessions:end',
      'sessions:step-up',
    ])
  })
})

function ownGrant<P extends PersonPermission>(person: TestPerson, permission: P): Grant<P> {
  const target = { brand: person.brand, subject: person.id }
  return permissionRow(permission).holders.includes('person')
    ? person.grant(permission)
    : systemGrant('test', permission, target)
}

async function attack<P extends PersonPermission>(permission: P, grant: Grant<P>) {
  const { aims, own } = PROBES[permission]
  for (const [verb, run] of Object.entries(aims)) {
    const outcome = await outcomeOf(() => run(grant, victim))
    expect(outcome, verb).toSatisfy(isNotFoundOrNothing)
  }
  for (const [verb, run] of Object.entries(own)) {
    const outcome = await outcomeOf(() => run(grant, victim))
    expect(shown(outcome), verb).not.toContain(victim.marker)
    for (const id of [victim.id, victim.ref, ...Object.values(victim.rows)])
      expect(shown(outcome), verb).not.toContain(id)
  }
}

/** The control: the probes are refused to others because of whose the rows are, and for no other reason. */
async function find<P extends PersonPermission>(permission: P, grant: Grant<P>, owner: FullPerson) {
  for (const [verb, run] of Object.entries(PROBES[permission].aims)) {
    if (ELSEWHERE.includes(verb)) continue
    const outcome = await outcomeOf(() => run(grant, owner))
    expect(outcome === undefined || !isNotFoundOrNothing(outcome), `${verb}: ${outcome}`).toBe(true)
    expect(outcome, verb).not.toBeInstanceOf(Error)
  }
}

/** Reads, changes and removes the victim's rows of one table from within somebody else's scope. */
async function reachFor(grant: Grant, table: string, column: string) {
  const name = Prisma.raw(`"${table}"`)
  const theirs = Prisma.sql`WHERE ${Prisma.raw(column)} = ${victim.id}::uuid`
  const found = await inScope(grant, (tx) => tx.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM ${name} ${theirs}`)
  expect(found[0]?.n, table).toBe(0n)
  const brand = Prisma.sql`UPDATE ${name} SET brand = brand ${theirs}`
  const removal = Prisma.sql`DELETE FROM ${name} ${theirs}`
  for (const statement of [brand, removal]) {
    const outcome = await outcomeOf(() => inScope(grant, (tx) => tx.$executeRaw(statement)))
    expect(outcome === 0 || /permission denied|append-only/.test(String(outcome)), `${table}: ${outcome}`).toBe(true)
  }
}

/** What came back, or the fault; a refusal stays one, so that its code can be read. */
async function outcomeOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run()
  } catch (fault) {
    return fault
  }
}

function isNotFoundOrNothing(outcome: unknown): boolean {
  if (outcome instanceof Refusal) return outcome.code.endsWith('not_found')
  if (outcome instanceof Error) return false
  return outcome === undefined || outcome === null || (Array.isArray(outcome) && outcome.length === 0)
}

function shown(outcome: unknown): string {
  if (outcome instanceof Refusal) return outcome.code
  if (outcome instanceof Error) throw outcome
  return (
    JSON.stringify(outcome, (_, value) =>
      typeof value === 'bigint' ? String(value) : value instanceof Set ? [...value] : value,
    ) ?? ''
  )
}

const acting = new Map<StaffActor['role'], Promise<StaffActor>>()

/** A member of staff in a support session for somebody who is not the victim. */
function actingStaff(role: StaffActor['role']): Promise<StaffActor> {
  const made = acting.get(role) ?? createTestStaff(role, { person: people['another person of the brand'] })
  acting.set(role, made)
  return made
}

function staff(role: StaffActor['role']): StaffActor {
  const id = '01890000-0000-7000-8000-0000000000ff'
  return { kind: 'staff', id, name: 'Staff', role, sessionId: id, authenticatedAt: clock.now(), support: null }
}

function codeOf(run: () => unknown): string | null {
  try {
    run()
    return null
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code
    throw fault
  }
}

import { beforeAll, describe, expect, it, vi } from 'vitest'
import { PERMISSIONS, type Permission, permissionRow, type StaffActor } from '#lib/access/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { loadMessages } from '#lib/platform/i18n/messages.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'

class Left extends Error {}

const { session } = vi.hoisted(() => ({ session: { actor: null as StaffActor | null } }))
vi.mock('next/navigation', () => ({
  notFound() {
    throw new Left('not found')
  },
  redirect(to: string) {
    throw new Left(to)
  },
}))
vi.mock('./current-session.ts', () => ({ currentSession: () => Promise.resolve(session) }))
vi.mock('./current-path.ts', () => ({ currentPath: () => Promise.resolve('/here') }))
const { requireGrant } = await import('./require-grant.ts')

const BRAND = 'we-app'
const onlyForPeople = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => {
  const { holders, onBehalf } = permissionRow(permission)
  return holders.includes('person') && !onBehalf
})
const leaves = (permission: Permission, brand = BRAND) =>
  requireGrant(permission, brand).then(
    () => 'let in',
    (fault: unknown) => (fault instanceof Left ? fault.message : Promise.reject(fault)),
  )

beforeAll(async () => {
  session.actor = await createTestStaff('support', { person: await createTestPerson(BRAND) })
})

describe('staff who act for somebody', () => {
  it.each(onlyForPeople)('%s: are told that only the person can', async (permission) => {
    expect(await leaves(permission)).toBe(`/staff/support/refused?permission=${permission}`)
    expect(await leaves(permission, 'we-lock')).toBe('not found')
  })

  it('are let in where they may look, and find nothing where nobody does', async () => {
    expect(await leaves('bills:view')).toBe('let in')
    expect(await leaves('requests:handle')).toBe('not found')
  })

  it.each(LOCALES)('read in %s what it is that they wanted, for each thing that is refused and no other', (locale) => {
    const { support } = loadMessages(locale) as { support: { refused: { permissions: Record<string, string> } } }
    const { permissions } = support.refused
    expect(Object.keys(permissions).toSorted()).toEqual(onlyForPeople.toSorted())
    expect(new Set(Object.values(permissions)).size).toBe(onlyForPeople.length)
  })
})

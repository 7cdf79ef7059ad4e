import { expect, it, vi } from 'vitest'
import type { StaffActor } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { openAs, REASON } from '#lib/testing/request-world.ts'
import { sendForm } from '#lib/testing/web-stubs.ts'

// The forms go through the real doors; of Next.js only what needs a server under it is put aside.
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: process.env.PUBLIC_URL ?? '', 'x-openbook-address': crypto.randomUUID() }),
  cookies: async () => ({ get: () => undefined, delete: () => undefined }),
}))
vi.mock('next/navigation', async () => {
  const { Redirected } = await import('#lib/testing/web-stubs.ts')
  return {
    redirect: (to: string) => {
      throw new Redirected(to)
    },
  }
})
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}))
vi.mock('#lib/web/current-session.ts', async () => {
  const { browser } = await import('#lib/testing/web-stubs.ts')
  return { currentSession: async () => ({ actor: browser.getStore()?.actor }), endedSession: async () => null }
})

const { askBulkExportAction } = await import('./bulk-exports/actions.ts')
const { askChangeAction } = await import('./controller-changes/actions.ts')
const { answerRequestAction, askDeletionAction, refuseRequestAction } = await import('./requests/actions.ts')

const BRAND = 'we-lock'
const askedBy = (staff: StaffActor) => database('system').approval.findMany({ where: { requestedBy: staff.id } })

it('asks a colleague with the reason that was given, and for nothing but what was filled in', async () => {
  const staff = await createTestStaff('data_operator')
  const category = getManifest(BRAND).categories[0]?.key ?? ''
  const form = { brand: BRAND, category, purpose: 'audit', because: REASON }
  expect(await sendForm(askBulkExportAction, staff, form)).toEqual({ to: '/staff/approvals?done=asked' })
  expect(await askedBy(staff)).toMatchObject([
    { kind: 'bulk_exports.order', reason: REASON, summary: { category, purpose: 'audit' } },
  ])
})

it('asks for nothing without a reason or with a field missing, and says both at once', async () => {
  const staff = await createTestStaff('data_operator')
  const form = { brand: BRAND, purpose: 'audit', because: 'short' }
  expect(await sendForm(askBulkExportAction, staff, form)).toMatchObject({
    status: 'refused',
    fieldErrors: { because: 'approvals.reason_too_short', category: expect.any(String) },
    values: { because: 'short', purpose: 'audit' },
  })
  expect(await askedBy(staff)).toEqual([])
})

it('makes of a form what the operation takes', async () => {
  const staff = await createTestStaff('security_manager')
  const words = { what_en: 'The app', 'what_zh-CN': '应用', what_fr: 'L’application' }
  const form = { brand: BRAND, name: 'New Ltd', country: 'fr', email: 'new@example.org', transferOn: '2031-01-01' }
  const sent = await sendForm(askChangeAction, staff, { ...form, ...words, because: REASON })
  expect(sent).toEqual({ to: '/staff/approvals?done=asked' })
  expect(await askedBy(staff)).toMatchObject([
    { summary: { name: 'New Ltd', country: 'FR', transferOn: '2031-01-01' } },
  ])
  expect(await sendForm(askChangeAction, staff, { ...form, ...words, because: REASON, what_fr: '' })).toMatchObject({
    fieldErrors: { what_fr: 'controller_changes.every_language' },
  })
})

it('leads back to a request that was decided, and says there what was done', async () => {
  const [staff, person] = [await createTestStaff('data_operator'), await createTestPerson(BRAND)]
  const [answered, refused, erased] = [
    await openAs(person, 'inquiry'),
    await openAs(person, 'complaint'),
    await openAs(person, 'deletion'),
  ]
  const page = (request: string, done: string) => ({ to: `/staff/requests/${BRAND}/${request}?done=${done}` })
  const [reason = ''] = getManifest(BRAND).refusalReasons.map(({ key }) => key)
  const step = { brand: BRAND, text: REASON }
  expect(await sendForm(answerRequestAction, staff, { ...step, request: answered })).toEqual(page(answered, 'answered'))
  expect(await sendForm(refuseRequestAction, staff, { ...step, request: refused, reason })).toEqual(
    page(refused, 'refused'),
  )
  const asked = { ...step, request: erased, part: 'account', because: REASON }
  expect(await sendForm(askDeletionAction, staff, asked)).toEqual(page(erased, 'asked'))
})

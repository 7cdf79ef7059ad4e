import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inScope, issueGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { decideConsent, listConsents } from '#lib/consents/index.ts'
import { keptUntil } from '#lib/inventory/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { sendWaiting, startCarriers } from '#lib/testing/carriers.ts'
import { somebodyWithMail } from '#lib/testing/governed-brand.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { cancelAccount, closingPlan, findClosing, undoCancel } from './index.ts'
import { CLOSURE_MAY_COME_FROM } from './lifecycle.ts'
import { CLOSURE_STATES, type ClosureState } from './schema.ts'

const DAY = 86_400_000

const stateOf = async (id: string) =>
  (await database('system').account.findUniqueOrThrow({ where: { id }, select: { state: true } })).state

let carriers: Awaited<ReturnType<typeof startCarriers>>

beforeAll(async () => {
  carriers = await startCarriers()
})
afterAll(() => carriers.stop())
afterEach(() => clock.shift(0))

describe('closing an account', () => {
  it.each(BRAND_KEYS)(
    'of %s begins the days of grace, leaves what is needed until then, and can be undone',
    async (brand) => {
      const person = await createTestPerson(brand)
      const { graceDays } = getManifest(brand)
      const { eraseAfter } = await cancelAccount(person.grant('account:cancel'))
      expect(Math.round((eraseAfter.getTime() - clock.now().getTime()) / DAY)).toBe(graceDays)
      expect(await stateOf(person.id)).toBe('closing')
      const closing = { ...person.actor, authenticatedAt: clock.now(), closing: true }
      for (const permission of [
        'inventory:view',
        'devices:revoke',
        'exports:request',
        'payments:pay',
        'account:undo-cancel',
      ] as const)
        expect(issueGrant(closing, permission, { brand }).permission).toBe(permission)
      for (const permission of ['devices:add', 'profile:edit', 'account:cancel'] as const)
        expect(() => issueGrant(closing, permission, { brand })).toThrow('access.closing')
      expect(await findClosing(person.grant('account:view'))).toMatchObject({ eraseAfter })
      const [job] = await database('system').$queryRaw<{ start_after: Date }[]>`
      SELECT start_after FROM pgboss.job WHERE name = 'retention.erase-account' AND data->>'subject' = ${person.id}`
      expect(job?.start_after.getTime()).toBe(eraseAfter.getTime())
      await undoCancel(issueGrant(closing, 'account:undo-cancel', { brand }))
      expect(await stateOf(person.id)).toBe('active')
      expect(await findClosing(person.grant('account:view'))).toBeNull()
      const events = await inScope(person.grant('account:view'), (tx) =>
        tx.auditEvent.findMany({ orderBy: { id: 'asc' }, select: { name: true } }),
      )
      expect(events.map((event) => event.name)).toEqual(['account.closing_requested', 'account.closing_undone'])
    },
  )

  it.each([
    ['en', { day: 'numeric', month: 'long', year: 'numeric' }],
    ['fr', { day: 'numeric', month: 'long', year: 'numeric' }],
    ['zh-CN', { dateStyle: 'long' }],
  ] as const)('says in %s by mail on which day everything goes, as the reader writes days', async (locale, form) => {
    const person = await somebodyWithMail('wellborne-plus', locale)
    const { eraseAfter } = await cancelAccount(person.grant('account:cancel'))
    await sendWaiting('wellborne-plus', [person.id])
    const { zone } = getManifest('wellborne-plus')
    const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...form, timeZone: zone }).format(
      eraseAfter,
    )
    expect(carriers.mails.find(({ to }) => to === person.mail)?.text).toContain(day)
  })

  it('withdraws every consent at once, with a record of each', async () => {
    const person = await createTestPerson('wellborne-plus')
    const optional = getManifest('wellborne-plus').purposes.filter((purpose) => purpose.kind === 'optional')
    expect(optional.length).toBeGreaterThan(1)
    const [granted, ...others] = optional
    await decideConsent(person.grant('consents:decide'), {
      purpose: granted?.key ?? '',
      decision: 'granted',
      locale: 'en',
    })
    await cancelAccount(person.grant('account:cancel'))
    const after = await listConsents(person.grant('consents:view'), 'fr')
    expect(after.find((consent) => consent.purpose === granted?.key)?.last).toMatchObject({ decision: 'withdrawn' })
    // What was never allowed is not said to be withdrawn.
    for (const other of others) expect(after.find((consent) => consent.purpose === other.key)?.last).toBeNull()
  })

  it('is done once, also when it is asked for twice at the same time, and by nobody of the staff', async () => {
    const person = await createTestPerson('we-app')
    const grant = person.grant('account:cancel')
    const twice = await Promise.allSettled([cancelAccount(grant), cancelAccount(grant)])
    expect(twice.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(twice.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({
      code: 'retention.closing_already',
    })
    expect(await database('system').closure.count({ where: { subjectId: person.id } })).toBe(1)
    const staff = await createTestStaff('support', { person })
    for (const permission of ['account:cancel', 'account:undo-cancel'] as const)
      expect(() => issueGrant(staff, permission, { brand: 'we-app' })).toThrow('access.not_on_behalf')
  })

  it('cannot be undone where nothing is being closed', async () => {
    const person = await createTestPerson('we-app')
    await expect(undoCancel(person.grant('account:undo-cancel'))).rejects.toMatchObject({
      code: 'retention.not_closing',
    })
  })

  it('moves only as the table of transitions says, and every state can be reached', () => {
    const reached = new Set<ClosureState>(['requested'])
    for (const state of CLOSURE_STATES) if (CLOSURE_MAY_COME_FROM[state].length > 0) reached.add(state)
    expect([...reached].toSorted()).toEqual([...CLOSURE_STATES].toSorted())
  })
})

describe('closingPlan', () => {
  const erasedAt = new Date('2026-12-01T00:00:00Z')

  it.each(BRAND_KEYS)(
    'of %s keeps something only on one of the four grounds and until a day, and erases the rest',
    (brand) => {
      const manifest = getManifest(brand)
      const plan = closingPlan(manifest, erasedAt)
      expect(plan.map((entry) => entry.category)).toEqual(manifest.categories.map((category) => category.key))
      for (const { end, ground, until, category } of plan) {
        if (end === 'erased') expect([ground, until], category).toEqual([null, null])
        else {
          expect(['law', 'support', 'dispute', 'fraud'], category).toContain(ground)
          expect(until && until > erasedAt, category).toBe(true)
        }
      }
    },
  )

  it.each(BRAND_KEYS)('of %s says the same as the page that shows until when a row is kept', (brand) => {
    const { categories, ...manifest } = getManifest(brand)
    const plan = closingPlan({ ...manifest, categories }, erasedAt)
    for (const [at, category] of categories.entries()) {
      const until = keptUntil(category, erasedAt, erasedAt)
      expect(until, category.key).toEqual({ kind: 'on', at: plan[at]?.until ?? erasedAt })
    }
  })
})

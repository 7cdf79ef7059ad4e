import { describe, expect, it } from 'vitest'
import {
  findSessionActor,
  inScope,
  issueGrant,
  type Permission,
  type PersonActor,
  systemGrant,
} from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { hashPassword, sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestStaff } from '#lib/testing/people.ts'
import {
  anonymous,
  freshEmail,
  freshPassword,
  freshPhone,
  sentCode,
  sentKinds,
  signUp,
  visitorOf,
} from '../identity-fixtures.ts'
import {
  createAccount,
  disableAccount,
  findSubjectByIdentifier,
  finishIdentifierChange,
  normaliseIdentifier,
  registrationHeld,
  removeIdentifier,
  signInStaff,
  signInsHeld,
  signInWithPassword,
  signOut,
  startIdentifierChange,
  tombstoneAccount,
} from '../index.ts'
import type { SessionToken } from '../session-cookie.ts'

const system = () => database('system')
const viewOf = (token: SessionToken) => findSessionActor(token.id, sha256(token.secret))
const signIn = (brand: string, identifier: string, password = '') =>
  signInWithPassword(anonymous(brand, 'identity:sign-in'), { identifier, password }, visitorOf())
const seed = (brand: string) => systemGrant('test', 'demo:seed', { brand })

async function grantOf<P extends Permission>(token: SessionToken, permission: P) {
  const actor = (await viewOf(token))?.actor as PersonActor
  return issueGrant(actor, permission, { brand: actor.brand })
}

describe('changing how one signs in', () => {
  it('takes a new address into use by its code, and tells the old one', async () => {
    const { input, token, to, subject } = await signUp('we-app')
    const value = freshEmail()
    const grant = await grantOf(token, 'identifiers:change')
    const step = await startIdentifierChange(grant, { kind: 'email', value }, visitorOf())
    await signIn('we-app', to, input.password)
    await expect(signIn('we-app', value, input.password)).rejects.toMatchObject({ code: 'identity.wrong' })
    await finishIdentifierChange(grant, { ticket: step?.ticket ?? '', code: (await sentCode(value)).code })
    expect((await viewOf(await signIn('we-app', value, input.password)))?.actor.id).toBe(subject)
    await expect(signIn('we-app', to, input.password)).rejects.toMatchObject({ code: 'identity.wrong' })
    expect(await sentKinds(to)).toContain('identity.identifier_changed')
  })

  it('does not say that an address belongs to another account', async () => {
    const [one, two] = [await signUp('we-app'), await signUp('we-app')]
    const grant = await grantOf(one.token, 'identifiers:change')
    const step = await startIdentifierChange(grant, { kind: 'email', value: two.to }, visitorOf())
    expect(await sentKinds(two.to)).toContain('identity.account_exists')
    await expect(finishIdentifierChange(grant, { ticket: step?.ticket ?? '', code: '123456' })).rejects.toMatchObject({
      code: 'identity.code_wrong',
    })
  })

  it('adds a phone number beside the address, signs in by both, and keeps at least one', async () => {
    const { input, token, to } = await signUp('we-lock')
    const phone = freshPhone()
    const grant = await grantOf(token, 'identifiers:change')
    await expect(removeIdentifier(grant, { kind: 'email' })).rejects.toMatchObject({
      code: 'identity.identifier_needed',
    })
    const step = await startIdentifierChange(grant, { kind: 'phone', value: phone }, visitorOf())
    await finishIdentifierChange(grant, { ticket: step?.ticket ?? '', code: (await sentCode(phone)).code })
    await signIn('we-lock', phone, input.password)
    await removeIdentifier(grant, { kind: 'email' })
    await expect(signIn('we-lock', to, input.password)).rejects.toMatchObject({ code: 'identity.wrong' })
    await expect(removeIdentifier(grant, { kind: 'phone' })).rejects.toMatchObject({
      code: 'identity.identifier_needed',
    })
  })

  it('changes an account name at once, unless it is taken', async () => {
    const [one, two] = [await signUp('we-e-charge'), await signUp('we-e-charge')]
    const grant = await grantOf(one.token, 'identifiers:change')
    const change = (value: string) => startIdentifierChange(grant, { kind: 'account_name', value }, visitorOf())
    await expect(change((two.input.account_name ?? '').toUpperCase())).rejects.toMatchObject({
      code: 'identity.account_name_taken',
    })
    const name = `${one.input.account_name}-2`
    expect(await change(name)).toBeNull()
    await signIn('we-e-charge', name, one.input.password)
  })

  it('registers with a phone number verified by a code, which nobody changes alone', async () => {
    const { token, to, subject } = await signUp('energybilling')
    const stored = await system().signInIdentifier.findMany({ where: { subjectId: subject } })
    expect(stored).toMatchObject([{ kind: 'phone', verifiedAt: expect.any(Date) }])
    expect(await sentKinds(to)).toEqual(['identity.sign_up_code'])
    const grant = await grantOf(token, 'identifiers:change')
    await expect(
      startIdentifierChange(grant, { kind: 'phone', value: freshPhone() }, visitorOf()),
    ).rejects.toMatchObject({ code: 'identity.by_request' })
    await expect(removeIdentifier(grant, { kind: 'phone' })).rejects.toMatchObject({ code: 'identity.by_request' })
  })

  it('needs a recent sign-in, and is never done by staff', async () => {
    const { token, subject } = await signUp('we-app')
    clock.shift(6 * 60_000)
    try {
      await expect(grantOf(token, 'identifiers:change')).rejects.toMatchObject({ code: 'access.step_up' })
    } finally {
      clock.shift(0)
    }
    const staff = await createTestStaff('support')
    expect(() => issueGrant(staff, 'identifiers:change', { brand: 'we-app', subject })).toThrow('access.not_found')
  })
})

describe('names', () => {
  it('are the same however they are written', () => {
    const [lock, billing] = [getManifest('we-lock'), getManifest('energybilling')]
    expect(normaliseIdentifier(lock, 'email', ' Ａda@Example.COM ')?.key).toBe('ada@example.com')
    expect(normaliseIdentifier(lock, 'phone', '06 12 34 56 78')?.key).toBe('+33612345678')
    expect(normaliseIdentifier(lock, 'phone', '+33 (0)6.12.34.56.78')?.key).toBe('+33612345678')
    expect(normaliseIdentifier(billing, 'phone', '138 0013 8000')?.key).toBe('+8613800138000')
    expect(normaliseIdentifier(getManifest('we-e-charge'), 'account_name', 'Zoë_1')?.key).toBe('zoë_1')
    for (const wrong of ['', 'ab', '.abc', 'a b c', 'a@b', 'x'.repeat(41), 'a\u202eb'])
      expect(normaliseIdentifier(getManifest('we-e-charge'), 'account_name', wrong)).toBeNull()
  })

  it('lead staff to a person of their brand only', async () => {
    const { to, subject } = await signUp('we-app')
    const staff = await createTestStaff('support')
    const find = (brand: string) =>
      inScope(issueGrant(staff, 'support:find', { brand }), (tx) =>
        findSubjectByIdentifier(tx, brand, to.toUpperCase()),
      )
    expect(await find('we-app')).toBe(subject)
    expect(await find('we-lock')).toBeNull()
  })
})

describe('staff', () => {
  it('signs in by name and password, under the same limits, and out again', async () => {
    const password = freshPassword()
    const { id } = await createTestStaff('auditor')
    await system().staffMember.update({ where: { id }, data: { passwordHash: await hashPassword(password) } })
    const { accountName } = await system().staffMember.findUniqueOrThrow({ where: { id } })
    const grant = anonymous('', 'identity:staff-sign-in')
    const enter = (given: string) =>
      signInStaff(grant, { accountName: accountName.toUpperCase(), password: given }, visitorOf())
    await expect(enter('wrong password')).rejects.toMatchObject({ code: 'identity.wrong' })
    const token = await enter(password)
    const actor = (await viewOf(token))?.actor
    expect(actor).toMatchObject({ kind: 'staff', role: 'auditor' })
    if (actor?.kind === 'staff') await signOut(issueGrant(actor, 'staff:sign-out', { brand: '' }))
    expect(await viewOf(token)).toBeNull()
    await system().staffMember.update({ where: { id }, data: { disabledAt: clock.now() } })
    await expect(enter(password)).rejects.toMatchObject({ code: 'identity.wrong' })
  })
})

describe('what is held', () => {
  it('shows registration and sign-ins, and leaves a row without a person behind', async () => {
    const { token, to, subject, input } = await signUp('we-lock')
    const of = (shape: string) => {
      const category = getManifest('we-lock').categories.find((entry) => entry.shape === shape)?.key ?? ''
      return { brand: 'we-lock', subject, category }
    }
    const grant = seed('we-lock')
    const rows = await inScope(grant, async (tx) => ({
      registration: await registrationHeld.list(tx, of('registration'), { limit: 1 }, true),
      signIns: await signInsHeld.list(tx, of('sign_in_log'), { limit: 10 }, false),
    }))
    expect(rows.registration).toMatchObject([{ values: { email: to, phone: null, birth_date: '1990-06-15' } }])
    expect(rows.signIns).toMatchObject([{ values: { client: 'Firefox 140 · Linux', outcome: 'success' } }])
    await inScope(grant, (tx) => disableAccount(tx, of('registration')))
    expect(await viewOf(token)).toBeNull()
    for (let twice = 0; twice < 2; twice += 1)
      await inScope(grant, async (tx) => {
        await registrationHeld.erase(tx, of('registration'), { end: 'erase' })
        await signInsHeld.erase(tx, of('sign_in_log'), { end: 'erase' })
        await tombstoneAccount(tx, of('registration'))
      })
    const left = await system().account.findUniqueOrThrow({ where: { id: subject } })
    expect(left).toMatchObject({ state: 'erased', birthDate: null, passwordHash: null, erasedAt: expect.any(Date) })
    for (const count of [
      await system().signInIdentifier.count({ where: { subjectId: subject } }),
      await system().session.count({ where: { subjectId: subject } }),
      await system().signInEvent.count({ where: { subjectId: subject } }),
    ])
      expect(count).toBe(0)
    await expect(signIn('we-lock', to, input.password)).rejects.toMatchObject({ code: 'identity.wrong' })
  })
})

describe('accounts of the demo', () => {
  it('are made with fixed ids, and sign in like any other', async () => {
    const manifest = getManifest('we-app')
    const email = normaliseIdentifier(manifest, 'email', freshEmail())
    if (!email) throw new Error('no address')
    const [id, password] = [crypto.randomUUID(), freshPassword()]
    const grant = seed('we-app')
    const passwordHash = await hashPassword(password)
    await inScope(grant, (tx) =>
      createAccount(tx, grant, {
        identifiers: [email],
        passwordHash,
        birthDate: '1984-02-29',
        locale: 'fr',
        policyVersion: manifest.policies[0]?.version ?? '',
        profile: { nickname: 'Ada' },
        fixed: { id, ref: `DEMO-${id}`, at: clock.inDays(-400) },
      }),
    )
    const view = await viewOf(await signIn('we-app', email.value, password))
    expect(view).toMatchObject({ displayName: 'Ada', locale: 'fr', actor: { id } })
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { findSessionActor, issueGrant, type Permission, type PersonActor } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
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
  changePassword,
  confirmByCode,
  confirmByPassword,
  endOtherSessions,
  endSession,
  findSentCode,
  findStepUpWays,
  finishRecovery,
  listLatestSignIns,
  listSessions,
  resendCode,
  sendSignInCode,
  sendStepUpCode,
  signInWithCode,
  signInWithPassword,
  signOut,
  startRecovery,
} from '../index.ts'
import type { SessionToken } from '../session-cookie.ts'

const system = () => database('system')
const viewOf = (token: SessionToken) => findSessionActor(token.id, sha256(token.secret))
const signIn = (brand: string, identifier: string, password: string, visitor = visitorOf()) =>
  signInWithPassword(anonymous(brand, 'identity:sign-in'), { identifier, password }, visitor)

async function grantOf<P extends Permission>(token: SessionToken, permission: P) {
  const actor = (await viewOf(token))?.actor as PersonActor
  return issueGrant(actor, permission, { brand: actor.brand })
}

const outcomes = async (subject: string) =>
  (await system().signInEvent.findMany({ where: { subjectId: subject }, orderBy: { id: 'asc' } })).map(
    ({ outcome, method }) => `${outcome} ${method}`,
  )

afterEach(() => clock.shift(0))

describe('sign-in by password', () => {
  it('answers alike for no account, a wrong password and somebody else’s brand, and lists the failures', async () => {
    const { input, subject } = await signUp('we-app')
    const email = input.email ?? ''
    for (const [brand, name, password] of [
      ['we-app', freshEmail(), input.password ?? ''],
      ['we-app', email, freshPassword()],
      ['we-lock', email, input.password ?? ''],
      ['we-app', 'no name at all', input.password ?? ''],
    ] as const)
      await expect(signIn(brand, name, password)).rejects.toMatchObject({ code: 'identity.wrong' })
    await signIn('we-app', ` ${email.toUpperCase()} `, input.password ?? '')
    expect(await outcomes(subject)).toEqual(['success sign_up', 'wrong_password password', 'success password'])
  })

  it('gives a new secret each time and ends the session that the browser held (no fixation)', async () => {
    const { input, token } = await signUp('we-app')
    const next = await signIn('we-app', input.email ?? '', input.password ?? '', visitorOf({ session: token }))
    expect(next.secret).not.toBe(token.secret)
    expect(await viewOf(token)).toBeNull()
    expect(await viewOf({ ...next, secret: token.secret })).toBeNull()
    expect(await viewOf(next)).not.toBeNull()
    const row = await system().session.findUniqueOrThrow({ where: { id: next.id } })
    expect(Buffer.from(row.tokenHash).toString('utf8')).not.toContain(next.secret)
  })

  it('refuses a replayed cookie after sign-out', async () => {
    const { token } = await signUp('we-app')
    await signOut(await grantOf(token, 'sessions:end'))
    expect(await viewOf(token)).toBeNull()
  })

  it('locks an account after ten attempts from anywhere, for the right password too, for a quarter of an hour', async () => {
    const { input } = await signUp('we-app')
    const [email, password] = [input.email ?? '', input.password ?? '']
    for (let attempt = 0; attempt < 10; attempt += 1)
      await expect(signIn('we-app', email, 'wrong password')).rejects.toMatchObject({ code: 'identity.wrong' })
    await expect(signIn('we-app', email.toUpperCase(), password)).rejects.toMatchObject({ code: 'web.rate_limited' })
    clock.shift(16 * 60_000)
    await signIn('we-app', email, password)
  })

  it('counts nothing against those who get it right, and limits an address over all accounts', async () => {
    const { input } = await signUp('we-app')
    for (let times = 0; times < 12; times += 1) await signIn('we-app', input.email ?? '', input.password ?? '')
    const visitor = visitorOf()
    for (let attempt = 0; attempt < 50; attempt += 1)
      await expect(signIn('we-app', freshEmail(), 'wrong password', visitor)).rejects.toMatchObject({
        code: 'identity.wrong',
      })
    await expect(signIn('we-app', input.email ?? '', input.password ?? '', visitor)).rejects.toMatchObject({
      code: 'web.rate_limited',
    })
  }, 60_000)

  it('lets nobody into a suspended account, and ends its sessions at once', async () => {
    const { input, subject, token } = await signUp('we-app')
    await system().account.update({ where: { id: subject }, data: { state: 'suspended' } })
    expect(await viewOf(token)).toBeNull()
    await expect(signIn('we-app', input.email ?? '', input.password ?? '')).rejects.toMatchObject({
      code: 'identity.wrong',
    })
  })

  it('signs in by mail or by phone where both are names', async () => {
    for (const contact of [freshEmail(), freshPhone()]) {
      const { input, token } = await signUp('we-lock', { contact })
      const again = await signIn('we-lock', contact, input.password ?? '')
      expect((await viewOf(again))?.actor.id).toBe((await viewOf(token))?.actor.id)
    }
  })
})

describe('sign-in by code', () => {
  const ask = (brand: string, identifier: string) =>
    sendSignInCode(anonymous(brand, 'identity:sign-in'), { identifier }, visitorOf())
  const enter = (brand: string, ticket: string, code: string) =>
    signInWithCode(anonymous(brand, 'identity:sign-in'), { ticket, code }, visitorOf())

  it('sends a code by mail or text message and opens the account with it once', async () => {
    for (const brand of ['wellborne-plus', 'energybilling']) {
      const { to, subject } = await signUp(brand)
      const ticket = await ask(brand, to)
      const { code } = await sentCode(to)
      const token = await enter(brand, ticket, code)
      expect((await viewOf(token))?.actor.id).toBe(subject)
      await expect(enter(brand, ticket, code)).rejects.toMatchObject({ code: 'identity.code_gone' })
    }
  })

  it('answers alike for an address without an account', async () => {
    const unknown = freshEmail()
    const ticket = await ask('wellborne-plus', unknown)
    expect(await sentKinds(unknown)).toEqual(['identity.no_account'])
    await expect(enter('wellborne-plus', ticket, '123456')).rejects.toMatchObject({ code: 'identity.code_wrong' })
    const shown = await findSentCode(anonymous('wellborne-plus', 'identity:sign-in'), ticket)
    expect(shown).toEqual({ channel: 'mail', to: `${unknown[0]}•••@example.com` })
  })

  it('[WBP-01] takes a code for ten minutes and five attempts', async () => {
    const { to, subject } = await signUp('wellborne-plus')
    const ticket = await ask('wellborne-plus', to)
    const { code } = await sentCode(to)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(enter('wellborne-plus', ticket, wrong)).rejects.toMatchObject({ code: 'identity.code_wrong' })
    await expect(enter('wellborne-plus', ticket, code)).rejects.toMatchObject({ code: 'identity.code_gone' })
    expect((await outcomes(subject)).filter((outcome) => outcome === 'wrong_code code')).toHaveLength(5)
    clock.shift(2 * 60_000)
    const later = await ask('wellborne-plus', to)
    const fresh = await sentCode(to)
    clock.shift(13 * 60_000)
    await expect(enter('wellborne-plus', later, fresh.code)).rejects.toMatchObject({ code: 'identity.code_gone' })
  })

  it('[WBP-01] sends again after a minute, five times an hour, and only the newest code fits', async () => {
    const { to } = await signUp('wellborne-plus')
    const grant = anonymous('wellborne-plus', 'identity:sign-in')
    const ticket = await ask('wellborne-plus', to)
    const first = await sentCode(to)
    await expect(resendCode(grant, { ticket })).rejects.toMatchObject({ code: 'web.rate_limited' })
    for (let times = 1; times < 5; times += 1) {
      clock.shift(times * 61_000)
      await resendCode(grant, { ticket })
    }
    clock.shift(6 * 61_000)
    await expect(resendCode(grant, { ticket })).rejects.toMatchObject({ code: 'web.rate_limited' })
    const newest = await sentCode(to)
    if (newest.code !== first.code)
      await expect(enter('wellborne-plus', ticket, first.code)).rejects.toMatchObject({ code: 'identity.code_wrong' })
    await enter('wellborne-plus', ticket, newest.code)
  })

  it('opens with a code of one purpose or brand nothing of another', async () => {
    const { to } = await signUp('wellborne-plus')
    const ticket = await ask('wellborne-plus', to)
    const { code } = await sentCode(to)
    await expect(enter('energybilling', ticket, code)).rejects.toMatchObject({ code: 'identity.code_gone' })
    await expect(
      finishRecovery(
        anonymous('wellborne-plus', 'identity:recover'),
        { ticket, code, newPassword: freshPassword() },
        visitorOf(),
      ),
    ).rejects.toMatchObject({ code: 'identity.code_gone' })
    await enter('wellborne-plus', ticket, code)
  })
})

describe('sessions', () => {
  it('lists what is open, ends one and ends the others; nobody ends somebody else’s', async () => {
    const { input, token } = await signUp('we-app')
    const phone = await signIn('we-app', input.email ?? '', input.password ?? '', visitorOf({ client: 'Phone' }))
    const work = await signIn('we-app', input.email ?? '', input.password ?? '', visitorOf({ client: 'Work' }))
    const listed = await listSessions(await grantOf(token, 'sessions:view'))
    expect(listed.map(({ id }) => id).sort()).toEqual([token.id, phone.id, work.id].sort())
    expect(listed.filter(({ current }) => current).map(({ id }) => id)).toEqual([token.id])
    await endSession(await grantOf(token, 'sessions:end'), { sessionId: phone.id })
    expect(await viewOf(phone)).toBeNull()
    const stranger = await signUp('we-app')
    await expect(
      endSession(await grantOf(stranger.token, 'sessions:end'), { sessionId: work.id }),
    ).rejects.toMatchObject({ code: 'identity.session_not_found' })
    await endOtherSessions(await grantOf(token, 'sessions:end'))
    expect(await viewOf(work)).toBeNull()
    expect(await viewOf(token)).not.toBeNull()
    expect(await viewOf(stranger.token)).not.toBeNull()
    const attempts = await listLatestSignIns(await grantOf(token, 'sessions:view'))
    expect(attempts.map(({ client }) => client).slice(0, 2)).toEqual(['Work', 'Phone'])
  })

  it('ends when idle for an hour and after twelve hours of use', async () => {
    const { token } = await signUp('we-app')
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
      clock.shift(minutes * 60_000)
      expect(await viewOf(token)).not.toBeNull()
    }
    clock.shift((12 * 60 + 1) * 60_000)
    expect(await viewOf(token)).toBeNull()
    clock.shift(0)
    const other = await signUp('we-app')
    clock.shift(61 * 60_000)
    expect(await viewOf(other.token)).toBeNull()
  })
})

describe('step-up', () => {
  it('confirms by password: what needs a recent sign-in opens, and the cookie is a new one', async () => {
    const { input, token } = await signUp('we-app')
    clock.shift(6 * 60_000)
    await expect(grantOf(token, 'credentials:change')).rejects.toMatchObject({ code: 'access.step_up' })
    const grant = await grantOf(token, 'sessions:step-up')
    expect((await findStepUpWays(grant)).password).toBe(true)
    await expect(confirmByPassword(grant, { password: 'wrong one' }, visitorOf())).rejects.toMatchObject({
      code: 'identity.password_wrong',
    })
    const fresh = await confirmByPassword(grant, { password: input.password ?? '' }, visitorOf())
    expect(await viewOf(token)).toBeNull()
    expect(fresh).toMatchObject({ id: token.id })
    expect(fresh.secret).not.toBe(token.secret)
    await grantOf(fresh, 'credentials:change')
    clock.shift(12 * 60_000)
    await expect(grantOf(fresh, 'credentials:change')).rejects.toMatchObject({ code: 'access.step_up' })
  })

  it('confirms by code where there is no password, and only with a code of one’s own', async () => {
    const { to, token, subject } = await signUp('energybilling')
    const stranger = await signUp('energybilling')
    const grant = await grantOf(token, 'sessions:step-up')
    const ways = await findStepUpWays(grant)
    expect(ways).toEqual({ password: false, code: { channel: 'sms', to: `+86 ••• ${to.slice(-2)}` } })
    const ticket = await sendStepUpCode(grant, visitorOf())
    const { code } = await sentCode(to)
    const foreign = await grantOf(stranger.token, 'sessions:step-up')
    expect(await findSentCode(foreign, ticket)).toBeNull()
    const fresh = await confirmByCode(grant, { ticket, code }, visitorOf())
    expect(await viewOf(token)).toBeNull()
    expect((await viewOf(fresh))?.actor.id).toBe(subject)
  })

  it('takes no code of somebody else', async () => {
    const [one, two] = [await signUp('energybilling'), await signUp('energybilling')]
    const ticket = await sendStepUpCode(await grantOf(one.token, 'sessions:step-up'), visitorOf())
    const { code } = await sentCode(one.to)
    await expect(
      confirmByCode(await grantOf(two.token, 'sessions:step-up'), { ticket, code }, visitorOf()),
    ).rejects.toMatchObject({ code: 'identity.code_gone' })
  })
})

describe('passwords', () => {
  it('changes it, ends all other sessions and tells the person', async () => {
    const { input, token } = await signUp('we-app')
    const [email, password] = [input.email ?? '', input.password ?? '']
    const other = await signIn('we-app', email, password)
    const newPassword = freshPassword()
    await changePassword(await grantOf(token, 'credentials:change'), { newPassword })
    expect(await viewOf(other)).toBeNull()
    expect(await viewOf(token)).not.toBeNull()
    expect(await sentKinds(email)).toContain('identity.password_changed')
    await expect(signIn('we-app', email, password)).rejects.toMatchObject({ code: 'identity.wrong' })
    await signIn('we-app', email, newPassword)
    await expect(
      changePassword(await grantOf(token, 'credentials:change'), { newPassword: `${email.split('@')[0]}1` }),
    ).rejects.toMatchObject({ code: 'identity.password_common' })
  })

  it('lets somebody set a first password where codes are the rule, and sign in with it', async () => {
    const { to, token, subject } = await signUp('wellborne-plus')
    await expect(signIn('wellborne-plus', to, '')).rejects.toMatchObject({ code: 'identity.wrong' })
    const newPassword = freshPassword()
    await changePassword(await grantOf(token, 'credentials:change'), { newPassword })
    expect((await viewOf(await signIn('wellborne-plus', to, newPassword)))?.actor.id).toBe(subject)
  })
})

describe('recovery', () => {
  const grant = anonymous('we-e-charge', 'identity:recover')
  const ask = (identifier: string) => startRecovery(grant, { identifier }, visitorOf())

  it('works by mail where there is one, by the name of the account or by the address', async () => {
    const email = freshEmail()
    const { input, token, subject } = await signUp('we-e-charge', { email })
    for (const named of [input.account_name ?? '', email]) {
      const ticket = await ask(named)
      const { code } = await sentCode(email)
      const newPassword = freshPassword()
      await expect(
        finishRecovery(grant, { ticket, code, newPassword: 'password1' }, visitorOf()),
      ).rejects.toMatchObject({ code: 'identity.password_common' })
      const fresh = await finishRecovery(grant, { ticket, code, newPassword }, visitorOf())
      expect((await viewOf(fresh))?.actor.id).toBe(subject)
      expect(await viewOf(token)).toBeNull()
      await signIn('we-e-charge', input.account_name ?? '', newPassword)
    }
    expect((await sentKinds(email)).filter((kind) => kind === 'identity.password_changed')).toHaveLength(2)
  })

  it('answers the same for an account without mail and for no account, and lets no code in', async () => {
    const { input } = await signUp('we-e-charge')
    for (const named of [input.account_name ?? '', 'nobody.at.all', 'not a name!']) {
      const ticket = await ask(named)
      const shown = await findSentCode(grant, ticket)
      expect(shown).toEqual({ channel: 'mail', to: null })
      await expect(
        finishRecovery(grant, { ticket, code: '123456', newPassword: freshPassword() }, visitorOf()),
      ).rejects.toMatchObject({ code: 'identity.code_wrong' })
    }
  })
})

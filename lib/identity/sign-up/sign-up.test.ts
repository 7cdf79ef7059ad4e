import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findSessionActor } from '#lib/access/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { anonymous, details, sentCode, sentKinds, visitorOf } from '../identity-fixtures.ts'
import { finishSignUp, resendCode, signInWithPassword, startSignUp } from '../index.ts'
import type { SignUp } from '../schema.ts'

const system = () => database('system')

describe('sign-up by account name', () => {
  it('[ECH-01] registers and signs in with an account name and a password and no e-mail', async () => {
    const name = `Ada.${randomUUID().slice(0, 8)}`
    const input = details('we-e-charge', { account_name: name })
    expect(input.email).toBeUndefined()
    const step = await startSignUp(anonymous('we-e-charge', 'identity:sign-up'), input, visitorOf())
    if (step.kind !== 'signed_in') throw new Error('a code was asked for')
    const view = await findSessionActor(step.token.id, sha256(step.token.secret))
    const subject = view?.actor.id ?? ''
    const identifiers = await system().signInIdentifier.findMany({ where: { subjectId: subject } })
    expect(identifiers.map(({ kind }) => kind)).toEqual(['account_name'])
    const again = await signInWithPassword(
      anonymous('we-e-charge', 'identity:sign-in'),
      { identifier: name.toUpperCase(), password: input.password ?? '' },
      visitorOf(),
    )
    expect((await findSessionActor(again.id, sha256(again.secret)))?.actor.id).toBe(subject)
  })

  it('says when a name is taken, however it is written', async () => {
    const name = `bob-${randomUUID().slice(0, 8)}`
    const grant = anonymous('we-e-charge', 'identity:sign-up')
    await startSignUp(grant, details('we-e-charge', { account_name: name }), visitorOf())
    await expect(
      startSignUp(grant, details('we-e-charge', { account_name: name.toUpperCase() }), visitorOf()),
    ).rejects.toMatchObject({ code: 'identity.account_name_taken', details: { field: 'account_name' } })
  })

  it('writes the acceptance with version, language and digest, and no consent', async () => {
    const step = await startSignUp(
      anonymous('we-e-charge', 'identity:sign-up'),
      details('we-e-charge', {}),
      visitorOf({ locale: 'fr' }),
    )
    if (step.kind !== 'signed_in') throw new Error('a code was asked for')
    const { actor } = (await findSessionActor(step.token.id, sha256(step.token.secret))) ?? {}
    const where = { subjectId: actor?.id ?? '' }
    const acceptances = await system().policyAcceptance.findMany({ where })
    expect(acceptances).toHaveLength(1)
    expect(acceptances[0]).toMatchObject({ version: details('we-e-charge', {}).policyVersion, locale: 'fr' })
    expect(acceptances[0]?.textHash).toHaveLength(32)
    expect(await system().consentRecord.count({ where })).toBe(0)
  })

  it('keeps the app that an account came through, and only one that the brand names', async () => {
    const cameThrough = async (app: string) => {
      const step = await startSignUp(
        anonymous('we-e-charge', 'identity:sign-up'),
        details('we-e-charge', { app }),
        visitorOf(),
      )
      if (step.kind !== 'signed_in') throw new Error('a code was asked for')
      const view = await findSessionActor(step.token.id, sha256(step.token.secret))
      return (await system().account.findUniqueOrThrow({ where: { id: view?.actor.id ?? '' } })).cameThrough
    }
    expect(await cameThrough('charge_map')).toBe('charge_map')
    expect(await cameThrough('nobody')).toBeNull()
  })
})

describe('sign-up with a verified address', () => {
  it('makes no account before the code, and one after it', async () => {
    const email = `${randomUUID()}@example.com`
    const grant = anonymous('we-app', 'identity:sign-up')
    const input = details('we-app', { email: email.toUpperCase() })
    const step = await startSignUp(grant, input, visitorOf())
    if (step.kind !== 'code') throw new Error('no code was asked for')
    const before = await system().oneTimeCode.findUniqueOrThrow({ where: { id: step.ticket } })
    expect(Buffer.from(before.sealed).includes(email)).toBe(false)
    expect(await system().signInIdentifier.count({ where: { blindIndex: before.blindIndex } })).toBe(0)
    const { code } = await sentCode(email)
    const token = await finishSignUp(grant, { ticket: step.ticket, code }, visitorOf())
    const view = await findSessionActor(token.id, sha256(token.secret))
    expect(view?.actor).toMatchObject({ kind: 'person', brand: 'we-app' })
    const after = await system().oneTimeCode.findUniqueOrThrow({ where: { id: step.ticket } })
    expect(after.sealed).toHaveLength(0)
    await expect(finishSignUp(grant, { ticket: step.ticket, code }, visitorOf())).rejects.toMatchObject({
      code: 'identity.code_gone',
    })
    const { password = '' } = input
    await signInWithPassword(anonymous('we-app', 'identity:sign-in'), { identifier: email, password }, visitorOf())
  })

  it('answers alike when there is an account, and says so by mail only', async () => {
    const email = `${randomUUID()}@example.com`
    const grant = anonymous('we-app', 'identity:sign-up')
    const first = await startSignUp(grant, details('we-app', { email }), visitorOf())
    if (first.kind !== 'code') throw new Error('no code was asked for')
    await finishSignUp(grant, { ticket: first.ticket, code: (await sentCode(email)).code }, visitorOf())
    const second = await startSignUp(grant, details('we-app', { email }), visitorOf())
    expect(second).toEqual({ kind: 'code', ticket: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await sentKinds(email)).toEqual(['identity.sign_up_code', 'identity.account_exists'])
    if (second.kind !== 'code') return
    for (const code of ['000000', '123456'])
      await expect(finishSignUp(grant, { ticket: second.ticket, code }, visitorOf())).rejects.toMatchObject({
        code: 'identity.code_wrong',
      })
  })

  it('keeps brands apart: the same address may have an account with each', async () => {
    const email = `${randomUUID()}@example.com`
    for (const brand of ['we-app', 'wellborne-plus']) {
      const grant = anonymous(brand, 'identity:sign-up')
      const step = await startSignUp(grant, details(brand, { email }), visitorOf())
      if (step.kind !== 'code') throw new Error('no code was asked for')
      await finishSignUp(grant, { ticket: step.ticket, code: (await sentCode(email)).code }, visitorOf())
    }
    expect(await sentKinds(email)).toEqual(['identity.sign_up_code', 'identity.sign_up_code'])
  })

  it('sends one code a minute for an address', async () => {
    const email = `${randomUUID()}@example.com`
    const grant = anonymous('wellborne-plus', 'identity:sign-up')
    const step = await startSignUp(grant, details('wellborne-plus', { email }), visitorOf())
    if (step.kind !== 'code') throw new Error('no code was asked for')
    await expect(resendCode(grant, { ticket: step.ticket })).rejects.toMatchObject({ code: 'web.rate_limited' })
    await expect(startSignUp(grant, details('wellborne-plus', { email }), visitorOf())).rejects.toMatchObject({
      code: 'web.rate_limited',
    })
  })
})

describe('who may sign up', () => {
  const bornYearsAgo = (years: number, days = 0) => {
    const day = new Date()
    day.setUTCFullYear(day.getUTCFullYear() - years)
    day.setUTCDate(day.getUTCDate() + days)
    return day.toISOString().slice(0, 10)
  }
  const refusal = async (brand: string, change: Partial<SignUp>) => {
    const grant = anonymous(brand, 'identity:sign-up')
    const outcome = await startSignUp(grant, details(brand, change), visitorOf()).catch((fault: unknown) => fault)
    return outcome
  }

  it('[LCK-01] asks birth date and acceptance, and refuses under 18 on the server', async () => {
    expect(await refusal('we-lock', { birthDate: bornYearsAgo(18, 2) })).toMatchObject({
      code: 'identity.too_young',
      details: { field: 'birthDate', age: 18 },
    })
    expect(await refusal('we-lock', { birthDate: '' })).toMatchObject({ details: { field: 'birthDate' } })
    expect(await refusal('we-lock', { accept: undefined })).toMatchObject({ code: 'identity.policy_not_accepted' })
    expect(await refusal('we-lock', { policyVersion: '2021-02-15' })).toMatchObject({
      code: 'identity.policy_changed',
    })
    expect(await refusal('we-lock', { birthDate: bornYearsAgo(18, -2) })).toMatchObject({ kind: 'code' })
  })

  it('refuses under 13 at We app, and under 14 without a guardian at EnergyBilling', async () => {
    expect(await refusal('we-app', { birthDate: bornYearsAgo(13, 2) })).toMatchObject({ code: 'identity.too_young' })
    expect(await refusal('we-app', { birthDate: bornYearsAgo(13, -2) })).toMatchObject({ kind: 'code' })
    expect(await refusal('energybilling', { birthDate: bornYearsAgo(14, 2) })).toMatchObject({
      code: 'identity.guardian_needed',
      details: { age: 14 },
    })
  })

  it('refuses days that do not exist, the future, weak passwords and malformed names', async () => {
    expect(await refusal('we-lock', { birthDate: '1990-02-30' })).toMatchObject({ code: 'identity.birth_date' })
    expect(await refusal('we-lock', { birthDate: bornYearsAgo(-1) })).toMatchObject({ code: 'identity.birth_date' })
    expect(await refusal('we-app', { password: 'short' })).toMatchObject({ code: 'identity.password_short' })
    expect(await refusal('we-app', { password: 'Password123' })).toMatchObject({ code: 'identity.password_common' })
    expect(await refusal('we-app', { email: 'not-an-address' })).toMatchObject({ code: 'identity.email_form' })
    expect(await refusal('energybilling', { phone: '123' })).toMatchObject({ code: 'identity.phone_form' })
    expect(await refusal('we-e-charge', { account_name: 'a@b' })).toMatchObject({ code: 'identity.account_name_form' })
  })
})

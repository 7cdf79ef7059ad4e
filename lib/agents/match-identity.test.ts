import { randomInt, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inScope, issueGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { createAccount } from '#lib/identity/index.ts'
import { type Claims, matchIdentity } from './match-identity.ts'

const BRAND = 'we-lock'
const signUp = issueGrant({ kind: 'anonymous', brand: BRAND }, 'identity:sign-up', { brand: BRAND })

const mail = () => `${randomUUID()}@mail.example`
const number = () => `+33612${randomInt(100_000, 1_000_000)}`

/** Somebody who signs in by an address and a number. */
async function account() {
  const [email, phone] = [mail(), number()]
  const identifiers = [
    { kind: 'email', value: email, key: email },
    { kind: 'phone', value: phone, key: phone },
  ] as const
  await inScope(signUp, (tx) =>
    createAccount(tx, signUp, {
      identifiers,
      passwordHash: null,
      birthDate: null,
      locale: 'en',
      policyVersion: getManifest(BRAND).policies[0]?.version ?? '',
    }),
  )
  return { email, phone }
}

const match = (claims: Claims) => inScope(signUp, (tx) => matchIdentity(tx, BRAND, claims))
const both = (email: string, phone_number: string) => ({
  email,
  email_verified: true,
  phone_number,
  phone_number_verified: true,
})

describe('whom an agent asks for', () => {
  it('is asked where the agent verified that they can be reached', async () => {
    const { email, phone } = await account()
    const nobody = mail()
    expect(await match({ email, email_verified: true })).toBe(email)
    expect(await match({ phone_number: phone, phone_number_verified: true })).toBe(phone)
    expect(await match({ email: nobody, email_verified: true })).toBe(nobody)
    expect(await match(both(email, phone))).toBe(email)
  })

  it('is asked at the claim that leads to an account, where one does', async () => {
    const { email, phone } = await account()
    expect(await match(both(mail(), phone))).toBe(phone)
    expect(await match(both(email, number()))).toBe(email)
  })

  it('is never asked at, nor told apart by, what nobody verified', async () => {
    const [one, other] = [await account(), await account()]
    expect(await match({ ...both(one.email, other.phone), phone_number_verified: false })).toBe(one.email)
    for (const claims of [
      { email: one.email },
      { email: one.email, email_verified: false },
      { email: one.email, phone_number: one.phone },
      { email: one.email, phone_number_verified: true },
    ])
      await expect(match(claims), JSON.stringify(claims)).rejects.toMatchObject({ code: 'agents.unverified' })
  })

  it('is one person: two verified claims of two people are refused', async () => {
    const [one, other] = [await account(), await account()]
    await expect(match(both(one.email, other.phone))).rejects.toMatchObject({ code: 'agents.contradiction' })
  })

  it('is named by an address or a number, as E.164 writes it', async () => {
    await expect(match({})).rejects.toMatchObject({ code: 'agents.contact_missing' })
    await expect(match({ email_verified: true })).rejects.toMatchObject({ code: 'agents.contact_missing' })
    for (const phone_number of ['0612345678', '+33 6 12 34 56 78', '+0612345678', '0033612345678'])
      await expect(match({ phone_number, phone_number_verified: true })).rejects.toMatchObject({
        code: 'agents.phone_form',
      })
  })
})

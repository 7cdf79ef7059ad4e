import { randomInt, randomUUID } from 'node:crypto'
import { type Grant, issueGrant, type Permission } from '#lib/access/index.ts'
import { getManifest, policyInForce } from '#lib/brands/index.ts'
import { MessageContent, messageContext } from '#lib/notifications/message-content.ts'
import { clock } from '#lib/platform/clock.ts'
import { unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { ageProof } from './guardians/age.ts'
import type { SignUp } from './schema.ts'
import type { SessionToken } from './session-cookie.ts'
import { finishSignUp } from './sign-up/finish-sign-up.ts'
import { askedIdentifiers } from './sign-up/sign-up-faults.ts'
import { type SignUpStep, startSignUp } from './sign-up/start-sign-up.ts'
import type { Visitor } from './visitor.ts'

/** A browser that nobody has seen before. */
export function visitorOf(change: Partial<Visitor> = {}): Visitor {
  return { address: randomUUID(), client: 'Firefox 140 · Linux', locale: 'en', session: null, ...change }
}

export function anonymous<P extends Permission>(brand: string, permission: P): Grant<P> {
  return issueGrant({ kind: 'anonymous', brand }, permission, { brand })
}

export const freshEmail = () => `${randomUUID()}@example.com`
export const freshPhone = () => `+8613${String(randomInt(10 ** 9)).padStart(9, '0')}`
export const freshPassword = () => `trefoil-${randomUUID().slice(0, 8)}-Ω`

/** What somebody types to sign up at a brand; everything it asks for, and nothing that is optional. */
export function details(brand: string, change: Partial<SignUp>): SignUp {
  const manifest = getManifest(brand)
  const kinds = askedIdentifiers(manifest)
    .filter(({ required }) => required)
    .map(({ kind }) => kind)
  return {
    ...(kinds.includes('account_name') ? { account_name: `n${randomUUID().slice(0, 12)}` } : {}),
    ...(kinds.includes('email') ? { email: freshEmail() } : {}),
    ...(kinds.includes('phone') ? { phone: freshPhone() } : {}),
    ...(manifest.signIn.anyOf ? { contact: freshEmail() } : {}),
    ...(manifest.signIn.proof === 'password' ? { password: freshPassword() } : {}),
    ...(ageProof(manifest) === 'birth_date' ? { birthDate: '1990-06-15' } : {}),
    ...(ageProof(manifest) === 'word' ? { ofAge: 'on' as const } : {}),
    accept: 'on',
    policyVersion: policyInForce(manifest, clock.now()).version,
    ...change,
  }
}

/** Goes through sign-up to the end. */
export async function signUp(brand: string, change: Partial<SignUp> = {}) {
  const input = details(brand, change)
  const visitor = visitorOf()
  const grant = anonymous(brand, 'identity:sign-up')
  const step: SignUpStep = await startSignUp(grant, input, visitor)
  const to = input.email ?? input.phone ?? input.contact ?? ''
  const token: SessionToken =
    step.kind === 'signed_in'
      ? step.token
      : await finishSignUp(grant, { ticket: step.ticket, code: (await sentCode(to)).code }, visitor)
  const row = await database('system').session.findUniqueOrThrow({ where: { id: token.id } })
  return { input, token, subject: row.subjectId ?? '', visitor, to }
}

async function sentTo(to: string): Promise<(MessageContent & { id: string })[]> {
  const rows = await database('system').outgoingMessage.findMany({
    where: { sealed: { not: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows
    .flatMap((row) =>
      row.sealed
        ? [{ id: row.id, ...MessageContent.parse(JSON.parse(unseal(row.sealed, messageContext(row.id)))) }]
        : [],
    )
    .filter((message) => message.to === to)
}

/** Kinds of the messages to an address, oldest first. */
export async function sentKinds(to: string): Promise<string[]> {
  return (await sentTo(to)).map((message) => message.kind)
}

/** The newest code that was sent to an address. */
export async function sentCode(to: string): Promise<{ code: string }> {
  const codes = (await sentTo(to)).flatMap(({ values }) => (values?.code === undefined ? [] : [String(values.code)]))
  const code = codes.at(-1)
  if (!code) throw new Error('no code was sent there')
  return { code }
}

import { randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { limitRate } from '#lib/access/index.ts'
import { queueMail, queueSms } from '#lib/notifications/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { blindIndex, randomToken, sameBytes, seal, unseal } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { CODE_LENGTH } from '../schema.ts'

export const CODE_MINUTES = 10
export const CODE_ATTEMPTS = 5

export type CodePurpose = 'sign_up' | 'sign_in' | 'recovery' | 'step_up' | 'identifier' | 'address'

/** What waits behind a code. Sealed at rest, and gone once the code is used or long past. */
const CodeContent = z.object({
  channel: z.enum(['mail', 'sms']),
  /** Null where nothing can be sent: an account without an address. */
  to: z.string().nullable(),
  /** Whether the page may show half of it: only what the visitor typed or is signed in for. */
  hinted: z.boolean().default(true),
  /** Texts of the message. */
  kind: z.string(),
  locale: z.enum(LOCALES),
  subject: z.string().nullable(),
  /** False where there is nothing to open: no code will ever fit, and the page looks the same. */
  genuine: z.boolean(),
  data: z.record(z.string(), z.unknown()).default({}),
})
export type CodeContent = z.output<typeof CodeContent>

/** A code to be sent: for what, and the blind index of what was typed. */
export interface CodeOrder {
  readonly purpose: CodePurpose
  readonly index: Buffer<ArrayBuffer>
  readonly content: z.input<typeof CodeContent>
}

/** The row of a code and what it opens, once the code was right. */
export type Claim =
  | { readonly kind: 'right'; readonly content: CodeContent }
  | { readonly kind: 'wrong'; readonly content: CodeContent }
  | { readonly kind: 'gone' }

/**
 * One code a minute and five an hour for one purpose and one address, whether or not there is an account.
 * @throws Refusal `web.rate_limited`
 */
export async function limitCodes(purpose: CodePurpose, index: Uint8Array): Promise<void> {
  const [minute, hour] = limitKeys(purpose, index)
  await limitRate(minute, { times: 1, minutes: 1 })
  await limitRate(hour, { times: 5, minutes: 60 })
}

function limitKeys(purpose: CodePurpose, index: Uint8Array): [string, string] {
  const key = Buffer.from(index).toString('hex')
  return [`code minute ${purpose} ${key}`, `code hour ${purpose} ${key}`]
}

/** Makes a code and queues its message; answers the ticket under which it is entered. */
export async function issueCode(tx: Tx, brand: string, order: CodeOrder): Promise<string> {
  await purgeCodes(tx)
  const id = uuid()
  const codeHash = await send(tx, brand, id, CodeContent.parse(order.content))
  await tx.oneTimeCode.create({
    data: {
      id,
      brand,
      purpose: order.purpose,
      channel: order.content.channel,
      blindIndex: order.index,
      sealed: seal(JSON.stringify(order.content), contextOf(id)),
      codeHash,
      createdAt: clock.now(),
      expiresAt: clock.inMinutes(CODE_MINUTES),
    },
    select: { id: true },
  })
  return id
}

/** A new code for the same ticket; the one before it no longer fits. False where the ticket is used or long past. */
export async function reissueCode(tx: Tx, brand: string, ticket: string): Promise<boolean> {
  const row = await tx.oneTimeCode.findFirst({ where: { id: ticket, brand, usedAt: null } })
  if (!row) return false
  const codeHash = await send(tx, brand, ticket, open(row))
  const { count } = await tx.oneTimeCode.updateMany({
    where: { id: ticket, usedAt: null },
    data: { codeHash, attempts: 0, expiresAt: clock.inMinutes(CODE_MINUTES) },
  })
  return count === 1
}

/** What a ticket is for and where its code went, for the page on which it is typed; null once it is used or long past. */
export async function findTicket(tx: Tx, brand: string, ticket: string, purpose: CodePurpose) {
  const row = await tx.oneTimeCode.findFirst({ where: { id: ticket, brand, purpose, usedAt: null } })
  return row ? { index: row.blindIndex, expiresAt: row.expiresAt, content: open(row) } : null
}

/**
 * Tries a code. The attempt is counted in the caller's transaction, which must therefore commit also when the code is
 * wrong: refuse after it. A right code is used up, and its address may ask for codes again.
 */
export async function claimCode(
  tx: Tx,
  brand: string,
  purpose: CodePurpose,
  { ticket, code }: { readonly ticket: string; readonly code: string },
): Promise<Claim> {
  const [row] = await tx.oneTimeCode.updateManyAndReturn({
    where: {
      id: ticket,
      brand,
      purpose,
      usedAt: null,
      expiresAt: { gt: clock.now() },
      attempts: { lt: CODE_ATTEMPTS },
    },
    data: { attempts: { increment: 1 } },
  })
  if (!row) return { kind: 'gone' }
  const content = open(row)
  if (!sameBytes(row.codeHash, hashOf(ticket, code))) return { kind: 'wrong', content }
  await tx.oneTimeCode.update({
    where: { id: ticket },
    data: { usedAt: clock.now(), sealed: Buffer.alloc(0) },
    select: { id: true },
  })
  await tx.rateBucket.deleteMany({ where: { key: { in: limitKeys(purpose, row.blindIndex) } } })
  return { kind: 'right', content }
}

/** Removes codes that ran out an hour ago, with the details of sign-ups that were never finished. */
export async function purgeCodes(tx: Tx): Promise<void> {
  await tx.oneTimeCode.deleteMany({ where: { expiresAt: { lt: clock.inMinutes(-60) } } })
}

async function send(tx: Tx, brand: string, id: string, content: CodeContent): Promise<Buffer<ArrayBuffer>> {
  const code = String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0')
  if (content.to) {
    const queue = content.channel === 'mail' ? queueMail : queueSms
    const values: Record<string, string | number> = content.genuine ? { code, minutes: CODE_MINUTES } : {}
    const { kind, to, locale } = content
    await queue(tx, { brand, subject: content.subject }, { kind, to, locale, values })
  }
  return hashOf(id, content.genuine ? code : randomToken())
}

function hashOf(id: string, code: string) {
  return blindIndex(`code ${id}`, code)
}

function open(row: { id: string; sealed: Uint8Array }): CodeContent {
  return CodeContent.parse(JSON.parse(unseal(row.sealed, contextOf(row.id))))
}

function contextOf(id: string): string {
  return `one_time_code ${id}`
}

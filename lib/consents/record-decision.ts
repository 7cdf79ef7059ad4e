import { v7 as uuid } from 'uuid'
import { type Grant, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, policyInForce } from '#lib/brands/index.ts'
import { queueDeliveries } from '#lib/deliveries/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts'
import { consentDecided } from './events.ts'
import type { Decision, Way } from './schema.ts'
import { termsOf } from './terms-of.ts'

export type DecidingGrant = Grant<
  | 'consents:decide'
  | 'devices:permit'
  | 'inventory:delete'
  | 'account:cancel'
  | 'consents:leave-list'
  | 'consents:honour-signal'
  | 'profile:edit'
  | 'uploads:add'
  | 'payments:pay'
  | 'cards:remove'
  | 'autopay:set'
  | 'autopay:stop'
>

// What the person was doing tells by which way they decided (WBP-17).
const WAY_OF: Readonly<Record<DecidingGrant['permission'], Way>> = {
  'consents:decide': 'settings',
  'devices:permit': 'function',
  'inventory:delete': 'deletion',
  'account:cancel': 'closing',
  'consents:leave-list': 'unsubscribe',
  'consents:honour-signal': 'signal',
  'profile:edit': 'giving',
  'uploads:add': 'giving',
  'payments:pay': 'payment',
  'cards:remove': 'payment',
  'autopay:set': 'payment',
  'autopay:stop': 'payment',
}

/** One decision about one thing, with the words that stood beside it. */
export interface DecisionToRecord {
  /** A purpose of the manifest, `recipient:<key>`, `use:<permission>.<use>` or `card:<keep or autopay>`. */
  readonly purpose: string
  readonly decision: Decision
  readonly locale: Locale | string
  readonly words: { readonly hash: Uint8Array<ArrayBuffer>; readonly text?: string }
  readonly deviceId?: string | null
  /** Those whom it concerns; they are told, each with a delivery of its own. */
  readonly tell: readonly string[]
}

/**
 * Adds a decision to the person's record, with the words beside it and what it was about at the time, and queues the telling of those whom it
 * concerns, in the caller's transaction.
 */
export async function recordDecision(tx: Tx, grant: DecidingGrant, decided: DecisionToRecord): Promise<void> {
  const { purpose, decision, words, deviceId = null } = decided
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  const way = WAY_OF[grant.permission]
  const manifest = getManifest(of.brand)
  const locale = isLocale(decided.locale) ? decided.locale : 'en'
  const terms = JSON.stringify(termsOf(manifest, { purpose, locale, deviceId }))
  const { hash, text } = words
  const kept = { hash: sha256(terms), text: terms }
  await tx.noticeText.createMany({ data: text === undefined ? [kept] : [{ hash, text }, kept], skipDuplicates: true })
  const id = uuid()
  const now = clock.now()
  await tx.consentRecord.create({
    data: {
      id,
      brand: of.brand,
      subjectId: of.subject,
      purpose,
      decision,
      noticeVersion: policyInForce(manifest, now).version,
      locale: decided.locale,
      textHash: hash,
      termsHash: kept.hash,
      way,
      deviceId,
      decidedAt: now,
    },
    select: { id: true },
  })
  await audit.record(tx, grant, consentDecided(purpose, decision, way))
  await queueDeliveries(tx, { ...of, consentRecordId: id, purpose, decision, decidedAt: now }, decided.tell)
}

/** What a yes or a no is recorded as after the last decision; null where nothing changes. A no after a yes withdraws. */
export function decisionAfter(last: Decision | undefined, yes: boolean): Decision | null {
  if (yes) return last === 'granted' ? null : 'granted'
  if (last === undefined) return 'refused'
  return last === 'granted' ? 'withdrawn' : null
}

/** Makes a person's decisions wait for each other: a form sent twice at once must not leave two rows. */
export async function oneAtATime(tx: Tx, subject: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`consents ${subject}`}, 0))`
}

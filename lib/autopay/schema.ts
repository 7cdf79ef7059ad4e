import { z } from 'zod'
import { ShownText } from '#lib/consents/schema.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

export const RemoveCard = z.object({ cardId: z.uuid() })
export type RemoveCard = z.output<typeof RemoveCard>

/** The order to pay bills by a kept card, with the digest of the words that stood beside it. */
export const SetAutopay = z.object({
  cardId: z.uuid({ error: 'autopay.choose_card' }),
  /** The most that is taken for one bill, as it was typed; no limit where it is left empty. */
  limit: z.string().trim().max(20).optional(),
  daysBefore: z.coerce.number().int().min(0).max(30),
  locale: z.enum(LOCALES),
  shown: ShownText,
})
export type SetAutopay = z.output<typeof SetAutopay>

/**
 * How far collecting a bill by the kept card has come. `announced`: the person was told. `charging`: the provider was
 * asked. `waiting`: it was refused in a way that may pass, and is tried again. `needs_person`: the bank wants to see the
 * person. `given_up`: it is theirs to pay. `skipped`: it was left alone, and why.
 */
export const COLLECTION_STATES = [
  'announced',
  'charging',
  'waiting',
  'needs_person',
  'given_up',
  'skipped',
  'done',
] as const
export type CollectionState = (typeof COLLECTION_STATES)[number]

/** Why a bill is left to the person. */
export const SKIP_REASONS = [
  'nothing_open',
  'above_limit',
  'other_currency',
  'arranged',
  'extended',
  'disputed',
  'card_lapsed',
  'recipient_refused',
  'no_consent',
  'not_offered',
  'switched_off',
  'account_closing',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

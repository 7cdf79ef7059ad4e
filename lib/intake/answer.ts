import { getManifest } from '#lib/brands/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import type { RefusalDetails } from '#lib/platform/refusal.ts'
import { countOutcomes, type Outcome } from './outcome.ts'
import type { IntakeAnswer, IntakeBatch, IntakeResult } from './schema.ts'

/** What became of a batch, in the words of the API: each record's id as it was sent, and each refusal as a sentence. */
export function answerBatch(
  brand: string,
  batch: IntakeBatch,
  { outcomes, locale }: { outcomes: readonly Outcome[]; locale: Locale },
): IntakeAnswer {
  const sentence = sentences(brand, locale)
  const results = outcomes.map((outcome, at): IntakeResult => {
    const id = idOf(batch.records[at])
    if (outcome.status !== 'refused') return { id, status: outcome.status }
    const { reason, details } = outcome
    return { id, status: 'refused', reason, detail: sentence(reason, details) }
  })
  return { results, counts: countOutcomes(outcomes) }
}

/** Refusals of a brand's intake as sentences; a promise is told in the brand's own words (ECH-04). */
export function sentences(brand: string, locale: Locale) {
  const translate = translator(locale, 'errors')
  const promised = new Map(getManifest(brand).onDeviceOnly.map((entry) => [entry.key, entry.reason[locale]]))
  return (reason: string, details: RefusalDetails): string => {
    const promise = promised.get(String(details.promise ?? ''))
    return translate(reason, promise === undefined ? { ...details } : { ...details, promise })
  }
}

function idOf(sent: unknown): string | null {
  if (typeof sent !== 'object' || sent === null || !('id' in sent)) return null
  return typeof sent.id === 'string' && sent.id.length <= 200 ? sent.id : null
}

import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { environment } from '#lib/platform/environment.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { receiptTaken } from './events.ts'
import { type ConsentReceipt, receiptOf } from './receipt-of.ts'

/**
 * The receipt of one decision by ISO/IEC TS 27560:2023, as JSON-LD in the terms of the Data Privacy Vocabulary. It names
 * the recipients of the moment of the decision. That it was taken is recorded.
 * @throws Refusal `consents.not_found`
 */
export async function getReceipt(grant: Grant<'consents:view'>, recordId: string): Promise<ConsentReceipt> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  return inScope(grant, async (tx) => {
    const record = await tx.consentRecord.findFirst({ where: { ...of, id: recordId } })
    if (!record) throw new Refusal('consents.not_found')
    const hashes = [record.textHash, ...(record.termsHash ? [record.termsHash] : [])]
    const texts = await tx.noticeText.findMany({ where: { hash: { in: hashes } } })
    const textOf = (hash: Uint8Array | null) =>
      texts.find((kept) => hash && Buffer.compare(kept.hash, hash) === 0)?.text ?? null
    const terms = textOf(record.termsHash)
    const account = await tx.account.findUnique({ where: { id: of.subjectId }, select: { ref: true } })
    await audit.record(tx, grant, receiptTaken(record.id))
    const locale: Locale = isLocale(record.locale) ? record.locale : 'en'
    return receiptOf(getManifest(of.brand), environment().PUBLIC_URL, {
      ...record,
      locale,
      person: account?.ref ?? of.subjectId,
      text: textOf(record.textHash),
      terms: terms === null ? null : JSON.parse(terms),
      takenAt: clock.now(),
    })
  })
}

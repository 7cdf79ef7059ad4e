import { getManifest } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import { cardName } from './card-name.ts'

export type Told = 'announced' | 'taken' | 'waiting' | 'last' | 'hard' | 'needs_person' | 'above_limit' | 'card_lapsed'

/** What a message about a bill and a card fills in. */
export interface ToldBill {
  readonly brand: string
  readonly subjectId: string
  readonly billId: string
  readonly number: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly scheme: string | null
  readonly lastFour: string | null
}

/** Writes to the person about a bill that is paid by their card, in the caller's transaction, never in quiet hours. */
export async function tell(tx: Tx, kind: Told, bill: ToldBill, day?: string): Promise<void> {
  const { zone, arrears } = getManifest(bill.brand)
  const to = kind === 'card_lapsed' || kind === 'hard' ? 'payment-methods' : `bills/${bill.billId}`
  await notifyPerson(
    tx,
    { brand: bill.brand, subject: bill.subjectId },
    {
      kind: `autopay.${kind}`,
      path: `/${bill.brand}/me/${to}`,
      quiet: { zone, ...arrears.quiet },
      values: (locale: Locale) => ({
        number: bill.number,
        amount: formatMoney(bill.amountMinor, bill.currency, locale),
        card: cardName(bill),
        date: day ? dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)) : '',
      }),
    },
  )
}

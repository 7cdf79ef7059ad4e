import type { Grant } from '#lib/access/index.ts'
import { makePayLink } from '#lib/billing/index.ts'
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

/** After these the bill is the person's to pay: the mail brings a link to exactly that bill, without signing in. */
const THEIRS_TO_PAY: readonly Told[] = ['waiting', 'last', 'hard', 'needs_person', 'above_limit', 'card_lapsed']

export interface Telling {
  readonly kind: Told
  readonly bill: ToldBill
  /** Of the charge that it is about. */
  readonly day?: string | undefined
}

/** Writes to the person about a bill that is paid by their card, in the caller's transaction, never in quiet hours. */
export async function tell(tx: Tx, grant: Grant<'autopay:run'>, { kind, bill, day }: Telling): Promise<void> {
  const { brand, billId } = bill
  const { zone, arrears } = getManifest(brand)
  const whom = { brand, subject: bill.subjectId }
  const to = kind === 'card_lapsed' || kind === 'hard' ? 'payment-methods' : `bills/${billId}`
  await notifyPerson(tx, whom, {
    kind: `autopay.${kind}`,
    path: `/${brand}/me/${to}`,
    quiet: { zone, ...arrears.quiet },
    ...(THEIRS_TO_PAY.includes(kind) ? { pay: await makePayLink(tx, grant, { ...whom, billId }) } : {}),
    values: (locale: Locale) => ({
      number: bill.number,
      amount: formatMoney(bill.amountMinor, bill.currency, locale),
      card: cardName(bill),
      date: day ? dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)) : '',
    }),
  })
}

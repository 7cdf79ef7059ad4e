import { type Grant, subjectOf } from '#lib/access/index.ts'
import { type IssuedBill, makePayLink } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { billBalance } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { formatMoney } from '#lib/platform/money/index.ts'

/**
 * Writes to a person that they have a new bill: what is to be paid until when, with a link by which it can be paid without
 * signing in; that credit paid it; or what it credits to them.
 */
export async function tellOfBill(tx: Tx, grant: Grant, bill: IssuedBill, estimated: boolean): Promise<void> {
  const whom = { brand: grant.brand, subject: subjectOf(grant) }
  const { zone, arrears } = getManifest(grant.brand)
  const openMinor = await billBalance(tx, bill.id, 'receivable')
  const { payableOn } = await tx.bill.findUniqueOrThrow({ where: { id: bill.id }, select: { payableOn: true } })
  const kind = bill.totalMinor < 0n ? 'credited' : openMinor > 0n ? 'issued' : 'settled'
  const minor = kind === 'issued' ? openMinor : bill.totalMinor < 0n ? -bill.totalMinor : bill.totalMinor
  await notifyPerson(tx, whom, {
    kind: `bills.${kind}`,
    path: `/${grant.brand}/me/bills/${bill.id}`,
    quiet: { zone, ...arrears.quiet },
    values: (locale: Locale) => ({
      number: bill.number,
      amount: formatMoney(minor, bill.currency, locale),
      date: dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(payableOn),
      estimated: estimated ? 'yes' : 'no',
    }),
    ...(kind === 'issued' ? { pay: await makePayLink(tx, grant, { ...whom, billId: bill.id }) } : {}),
  })
}

/**
 * The accounts of the books. Debit is positive, credit negative.
 *
 * `receivable` is what people owe, entry by entry for its bill. `cash:…` is what a provider holds for us until it pays
 * it out (its clearing account), `fees:…` what it kept. `customer_credit` is the person's wallet: what is held for them.
 * `refunds` is money promised back that has not left yet. `disputes` is money that a bank took back until the case is
 * decided; what stays lost is in `losses`. `goodwill` is given back without being owed. `write_off` is given up.
 */
export type LedgerAccount =
  | 'receivable'
  | 'revenue'
  | 'vat'
  | 'customer_credit'
  | 'refunds'
  | 'disputes'
  | 'losses'
  | 'goodwill'
  | 'write_off'
  | `cash:${string}`
  | `fees:${string}`

/** What kinds of business facts are posted; with its reference each is posted once. */
export type LedgerKind =
  | 'bill_issued'
  | 'bill_cancelled'
  | 'bill_written_off'
  | 'payment'
  | 'fee'
  | 'credit_used'
  | 'refund_promised'
  | 'refund_withdrawn'
  | 'refund'
  | 'refund_returned'
  | 'dispute_opened'
  | 'dispute_won'
  | 'dispute_lost'

import type { Tx } from '#lib/platform/database/index.ts'
import type { ArrangementView, BillSummary, BillView } from './bill-view.ts'
import { historyColumn, type PayLaterHistory } from './pay-later/offers.ts'

type Circumstances = Pick<
  BillView,
  'creditNote' | 'replaces' | 'replacedBy' | 'extendedTo' | 'arrangement' | 'history' | 'walletMinor'
>

/** Amounts as text, since JSON has no whole numbers of any size. */
interface Row {
  readonly creditNote: (Omit<NonNullable<BillView['creditNote']>, 'totalMinor'> & { totalMinor: string }) | null
  readonly replaces: BillView['replaces']
  readonly replacedBy: BillView['replacedBy']
  readonly extendedTo: string | null
  readonly history: PayLaterHistory
  readonly walletMinor: bigint
  readonly arrangement: {
    readonly state: ArrangementView['state']
    readonly amountMinor: string
    readonly instalments: readonly { readonly dueOn: string; readonly amountMinor: string }[]
  } | null
}

/** What became of a bill: the documents that go with it, more time, instalments, credit; in one statement. */
export async function readCircumstances(tx: Tx, bill: BillSummary): Promise<Circumstances> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT
      (SELECT jsonb_build_object('id', id, 'number', number, 'issuedOn', issued_on, 'reason', reason,
                                 'totalMinor', total_minor::text)
       FROM credit_note WHERE bill_id = b.id) AS "creditNote",
      (SELECT jsonb_build_object('id', id, 'number', number) FROM bill WHERE id = b.replaces_id) AS replaces,
      (SELECT jsonb_build_object('id', id, 'number', number) FROM bill
       WHERE brand = b.brand AND subject_id = b.subject_id AND replaces_id = b.id AND state <> 'draft') AS "replacedBy",
      (SELECT until::text FROM bill_extension WHERE bill_id = b.id) AS "extendedTo",
      (SELECT jsonb_build_object('state', state, 'amountMinor', amount_minor::text, 'instalments', (
         SELECT jsonb_agg(jsonb_build_object('dueOn', due_on, 'amountMinor', amount_minor::text) ORDER BY position)
         FROM instalment WHERE arrangement_id = a.id))
       FROM arrangement a WHERE bill_id = b.id ORDER BY agreed_at DESC LIMIT 1) AS arrangement,
      (SELECT (-coalesce(sum(amount_minor), 0))::bigint FROM ledger_entry
       WHERE brand = b.brand AND subject_id = b.subject_id AND account = 'customer_credit' AND currency = b.currency) AS "walletMinor",
      ${historyColumn()} AS history
    FROM bill b WHERE b.id = ${bill.id}::uuid`
  if (!row) throw new Error('there is no such bill')
  const { creditNote, arrangement } = row
  return {
    ...row,
    creditNote: creditNote && { ...creditNote, totalMinor: BigInt(creditNote.totalMinor) },
    arrangement: arrangement && {
      state: arrangement.state,
      instalments: withPaid(arrangement.instalments, BigInt(arrangement.amountMinor) - bill.openMinor),
    },
  }
}

function withPaid(
  instalments: readonly { readonly dueOn: string; readonly amountMinor: string }[],
  paidMinor: bigint,
): ArrangementView['instalments'] {
  let sum = 0n
  return instalments.map(({ dueOn, amountMinor }) => {
    sum += BigInt(amountMinor)
    return { dueOn, amountMinor: BigInt(amountMinor), paid: sum <= paidMinor }
  })
}

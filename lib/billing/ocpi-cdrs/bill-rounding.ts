import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Exact, toDecimalText } from '#lib/platform/money/index.ts'
import type { SessionCharges } from '#lib/tariffs/index.ts'
import { readSessions } from '../read-usage.ts'
import { type CdrBill, isOnBill } from './cdr-bills.ts'
import { chargesByTariff } from './charges-of-session.ts'

/** By how much a bill asks for its sessions more, or less, than their CDRs come to, and which of them bears that. */
export interface BillRounding {
  readonly sessionId: string
  readonly exclVat: Exact
  readonly inclVat: Exact
}

/** What a bill asks for single sessions; a daily charge is for none of them. */
const KINDS = ['energy', 'time', 'parking', 'start', 'limit']

/**
 * A bill rounds each of its lines once, over all sessions; a CDR knows its own session alone, to a hundredth of a cent.
 * What is between their sums is borne by the dearest session, so that the CDRs of a bill come to the bill. Null where
 * nothing is to be borne, and where it is more than rounding: then the bill was made of other sessions or prices.
 */
export async function readRounding(
  tx: Tx,
  { brand, subject }: { readonly brand: string; readonly subject: string },
  bill: CdrBill,
): Promise<BillRounding | null> {
  const manifest = getManifest(brand)
  const { zone } = manifest
  const lines = await tx.billLine.findMany({
    where: { brand, subjectId: subject, billId: bill.id, utility: 'charging', kind: { in: KINDS } },
    select: { netMinor: true, vatMinor: true, bill: { select: { currency: true } } },
  })
  const currency = lines[0]?.bill.currency
  if (!currency) return null
  const days = [{ utility: 'charging', from: bill.from, before: bill.before }]
  const sessions = await readSessions(tx, { brand, subjectId: subject, zone }, days)
  const priced = sessions.flatMap((session) => {
    const cost = isOnBill(session, bill, zone) ? chargesByTariff(session, manifest)?.total_cost : undefined
    return cost ? [{ sessionId: session.id, ...cost }] : []
  })
  const dearest = priced.toSorted((a, b) => b.excl_vat - a.excl_vat)[0]
  if (!dearest) return null
  const net = lines.reduce((total, { netMinor }) => total + netMinor, 0n)
  const gross = lines.reduce((total, { vatMinor }) => total + vatMinor, net)
  const exclVat = beyond(
    toDecimalText(net, currency),
    priced.map((cost) => cost.excl_vat),
  )
  const inclVat = beyond(
    toDecimalText(gross, currency),
    priced.map((cost) => cost.incl_vat ?? cost.excl_vat),
  )
  // Half a unit for each line and half of the last decimal for each session; VAT is rounded besides.
  const rounding = new Exact(toDecimalText(1n, currency))
    .div(2)
    .times(lines.length)
    .plus(priced.length / 20_000)
  const explained = exclVat.abs().lte(rounding) && inclVat.abs().lte(rounding.times(2))
  const nothing = exclVat.isZero() && inclVat.isZero()
  if (nothing || !explained || exclVat.plus(dearest.excl_vat).lt(0)) return null
  return { sessionId: dearest.sessionId, exclVat, inclVat }
}

function beyond(billed: string, costs: readonly number[]): Exact {
  return costs.reduce((left, cost) => left.minus(cost), new Exact(billed))
}

/** The charges of a session with what its bill's rounding made of them, in what energy cost where that is told. */
export function withRounding(charges: SessionCharges, { exclVat, inclVat }: BillRounding): SessionCharges {
  const raised = ({ excl_vat, incl_vat }: SessionCharges['total_cost']) => ({
    excl_vat: exclVat.plus(excl_vat).toNumber(),
    ...(incl_vat === undefined ? {} : { incl_vat: inclVat.plus(incl_vat).toNumber() }),
  })
  const { total_cost, total_energy_cost } = charges
  return {
    ...charges,
    total_cost: raised(total_cost),
    ...(total_energy_cost ? { total_energy_cost: raised(total_energy_cost) } : {}),
  }
}

export interface BillTotalsProps {
  totals: readonly { readonly term: string; readonly value: string; readonly strong: boolean }[]
}

/** What is asked, what was paid and what is left, one below the other. */
export function BillTotals({ totals }: BillTotalsProps) {
  return (
    <dl className="ms-auto mt-4 max-w-form border-t border-line-strong">
      {totals.map(({ term, value, strong }) => (
        <div
          key={term}
          className={`flex justify-between gap-4 border-b border-line py-2 ${strong ? 'text-lg font-semibold' : ''}`}
        >
          <dt>{term}</dt>
          <dd className="whitespace-nowrap tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

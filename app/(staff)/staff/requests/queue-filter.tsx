import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Details } from '#components/ui/details.tsx'
import { Field } from '#components/ui/field.tsx'
import { Link } from '#components/ui/link.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { type QueueCounts, readRequestNumber } from '#lib/requests/index.ts'
import { PUBLIC_KINDS, QUEUE_HANDLERS, QUEUE_PARTS, type QueueQuery } from '#lib/requests/schema.ts'
import { queueAddress } from './queue-address.ts'

interface QueueFilterProps {
  /** Null for all of them. */
  brand: string | null
  query: QueueQuery
  /** Of every brand that the reader handles. */
  counts: readonly QueueCounts[]
}

/** Where there is something to do: each brand with how much, the parts of its queue, and what narrows them. */
export function QueueFilter({ brand, query, counts }: QueueFilterProps) {
  // A number finds one request in whichever brand and part it is.
  if (query.number) return <Find number={query.number} />
  return (
    <>
      <Find number={undefined} />
      <Brands brand={brand} query={query} counts={counts} />
      <Parts brand={brand} query={query} counts={counts.filter((one) => brand === null || one.brand === brand)} />
      <Narrow brand={brand} query={query} />
    </>
  )
}

/** One request by what its person calls it, wherever it is. */
function Find({ number }: { number: string | undefined }) {
  const t = useTranslations('requests.staff.find')
  const wrong = number !== undefined && readRequestNumber(number) === null
  return (
    <search>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
        <Field
          name="number"
          label={t('label')}
          defaultValue={number ?? ''}
          width={16}
          maxLength={40}
          autoComplete="off"
          {...(wrong ? { error: t('wrong') } : {})}
        />
        <Button tone="secondary">{t('submit')}</Button>
        {number ? (
          <Button href="/staff/requests" tone="quiet">
            {t('back')}
          </Button>
        ) : null}
      </form>
    </search>
  )
}

function Brands({ brand, query, counts }: QueueFilterProps) {
  const t = useTranslations('requests.staff')
  // An account is one of its brand.
  const { account: _, ...elsewhere } = query
  const all = { open: sum(counts, 'open'), overdue: sum(counts, 'overdue'), nextDue: null }
  return (
    <nav aria-label={t('brands')} className="mb-6">
      <ul className="grid gap-2 sm:grid-cols-2 wide:grid-cols-6">
        {[{ brand: null, ...all }, ...counts].map(({ brand: key, open, overdue, nextDue }) => (
          <li key={key} className="grid">
            <Link
              href={queueAddress(key, elsewhere)}
              aria-current={key === brand ? 'true' : undefined}
              className="flex min-h-11 flex-wrap items-baseline gap-x-3 rounded-lg border border-line px-4 py-2 hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-wash sm:flex-col"
            >
              <span className="font-medium">{key ? getManifest(key).name : t('allBrands')}</span>
              <span className="text-sm text-ink-soft">{t('toAnswer', { count: open })}</span>
              {key && nextDue && overdue === 0 ? (
                <span className="text-sm text-ink-soft">
                  {t.rich('nextDue', { date: () => <DateTime at={nextDue} zone={getManifest(key).zone} /> })}
                </span>
              ) : null}
              {overdue > 0 ? <Badge tone="bad">{t('overdueNow', { count: overdue })}</Badge> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function sum(counts: readonly QueueCounts[], part: 'open' | 'overdue' | 'waiting'): number {
  return counts.reduce((total, one) => total + one[part], 0)
}

/** The counts are of what is shown: of one brand, or of all. */
function Parts({ brand, query, counts }: QueueFilterProps) {
  const t = useTranslations('requests.staff')
  return (
    <nav aria-label={t('part')} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {QUEUE_PARTS.map((part) => (
          <li key={part}>
            <Link
              href={queueAddress(brand, { ...query, part })}
              aria-current={part === query.part ? 'true' : undefined}
              className="inline-flex min-h-11 items-center rounded-full border border-line px-4 aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:font-semibold"
            >
              {part === 'over' ? t('parts.over') : t('counted', { part: t(`parts.${part}`), count: sum(counts, part) })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Asks only, so it is a plain form that changes the address. */
function Narrow({ brand, query }: Omit<QueueFilterProps, 'counts'>) {
  const t = useTranslations('requests')
  const narrowed = query.kind !== undefined || query.handler !== 'all' || query.account !== undefined
  return (
    <Details summary={t('staff.narrower')} open={narrowed}>
      <form method="get" className="flex flex-wrap items-end gap-4">
        {brand ? <input type="hidden" name="brand" value={brand} /> : null}
        <input type="hidden" name="part" value={query.part} />
        <Field
          name="kind"
          kind="select"
          label={t('kind')}
          defaultValue={query.kind ?? ''}
          width={16}
          options={[
            { value: '', label: t('staff.anyKind') },
            ...PUBLIC_KINDS.map((value) => ({ value, label: t(`staff.kinds.${value}`) })),
          ]}
        />
        <Field
          name="handler"
          kind="select"
          label={t('staff.handler')}
          defaultValue={query.handler}
          width={16}
          options={QUEUE_HANDLERS.map((value) => ({ value, label: t(`staff.handlers.${value}`) }))}
        />
        {brand ? (
          <Field
            name="account"
            label={t('staff.person')}
            defaultValue={query.account ?? ''}
            width={16}
            maxLength={40}
            autoComplete="off"
            optional
          />
        ) : null}
        <Button tone="secondary">{t('staff.narrow')}</Button>
        {narrowed ? (
          <Button href={queueAddress(brand, { part: query.part, handler: 'all' })} tone="quiet">
            {t('staff.showAll')}
          </Button>
        ) : null}
      </form>
    </Details>
  )
}

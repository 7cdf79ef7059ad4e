import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { Link } from '../ui/link.tsx'
import { Block } from './block.tsx'

export interface HeldBlockProps {
  brand: string
  held: readonly { readonly key: string; readonly name: string; readonly rows: number; readonly newest: Date | null }[]
  zone: string
}

const SHOWN = 6

/** The categories that hold most, the rest behind the link. */
export function HeldBlock({ brand, held, zone }: HeldBlockProps) {
  const t = useTranslations('overview.held')
  const most = held.toSorted((a, b) => b.rows - a.rows).slice(0, SHOWN)
  return (
    <Block icon="data" title={t('title')} more={{ href: `/${brand}/me/data`, label: t('all') }}>
      <ul className="grid gap-1">
        {most.map(({ key, name, rows, newest }) => (
          <li key={key} className="border-b border-line py-2 last:border-0">
            <Link className="underline underline-offset-4" href={`/${brand}/me/data/${key}`}>
              {name}
            </Link>
            <span className="block text-sm text-ink-soft">
              {t('records', { count: rows })}
              {newest ? <> · {t.rich('newest', { date: () => <DateTime at={newest} zone={zone} /> })}</> : null}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  )
}

import { useTranslations } from 'next-intl'
import { utilityIcon } from '#components/metering/utility-icon.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'

interface UtilityLinksProps {
  here: string
  utilities: readonly string[]
  current: string
}

/** Which utility the chart shows; nothing where there is one only. */
export function UtilityLinks({ here, utilities, current }: UtilityLinksProps) {
  const t = useTranslations('usage')
  if (utilities.length < 2) return null
  return (
    <nav aria-label={t('choose')} className="mb-4 flex flex-wrap gap-2 print:hidden">
      {utilities.map((utility) => (
        <Link
          key={utility}
          href={`${here}?use=${utility}`}
          aria-current={utility === current ? 'true' : undefined}
          className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line px-4 py-2 aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:font-semibold"
        >
          <Icon name={utilityIcon(utility)} size={16} />
          {t(`utilities.${utility}`)}
        </Link>
      ))}
    </nav>
  )
}

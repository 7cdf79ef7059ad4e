import { useTranslations } from 'next-intl'
import { buttonClass } from './button-class.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export interface PaginationProps {
  /** Address of the page of newer rows; null on the first. */
  newer: string | null
  /** Address of the page of older rows; null on the last. */
  older: string | null
  /** Rows whose order is not that of their age: by when they are due, or by name. */
  ordered?: boolean
}

/** Pages by key: there is a newer and an older, and no count, since rows come and go meanwhile. */
export function Pagination({ newer, older, ordered = false }: PaginationProps) {
  const t = useTranslations('common.pages')
  if (!newer && !older) return null
  return (
    <nav aria-label={t('label')} className="mt-6 flex justify-between gap-4 print:hidden">
      {newer ? (
        <Link className={buttonClass('secondary')} href={newer} rel="prev">
          <Icon name="back" /> {t(ordered ? 'first' : 'newer')}
        </Link>
      ) : (
        <span />
      )}
      {older ? (
        <Link className={buttonClass('secondary')} href={older} rel="next">
          {t(ordered ? 'next' : 'older')} <Icon name="forward" />
        </Link>
      ) : null}
    </nav>
  )
}

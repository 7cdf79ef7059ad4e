import { useTranslations } from 'next-intl'

/** The first stop of the Tab key: past the places, to what the page is about. */
export function SkipLink() {
  const t = useTranslations('shell')
  return (
    <a
      href="#content"
      className="absolute start-4 top-0 z-30 -translate-y-full rounded-b-md bg-ink px-4 py-3 text-canvas focus:translate-y-0 print:hidden"
    >
      {t('skip')}
    </a>
  )
}

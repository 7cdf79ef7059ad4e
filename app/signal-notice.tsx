import { getTranslations } from 'next-intl/server'
import { formatList } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { Manifest } from '#lib/brands/index.ts'
import { currentSignal } from '#lib/web/cookie-jar.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** Says that the browser asks not to be tracked, and what is off for that reason (WBP-08). */
export async function SignalNotice({ manifest }: { manifest: Manifest }) {
  const [signal, t, locale] = await Promise.all([currentSignal(), getTranslations('tracking.signal'), requestLocale()])
  if (!signal) return null
  const ended = manifest.purposes.filter(({ endedBySignal }) => endedBySignal).map(({ name }) => name[locale])
  return (
    <Notice tone="good" title={t(signal)}>
      <p>{t('text')}</p>
      {ended.length > 0 ? <p className="mt-1">{t('ended', { purposes: formatList(ended, locale) })}</p> : null}
    </Notice>
  )
}

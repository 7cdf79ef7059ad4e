import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { SupportScope } from '#lib/access/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { endSupportAction } from './actions.ts'

/** For whom a member of staff acts now, the way back there, and the way to stop. */
export async function ActingNotice({ support }: { support: SupportScope }) {
  const [t, locale] = await Promise.all([getTranslations('support.home.acting'), requestLocale()])
  const manifest = findManifest(support.brand)
  const until = formatDate(support.endsAt, locale, manifest?.zone ?? 'UTC', 'time')
  return (
    <Notice
      tone="warn"
      title={t('title')}
      action={
        <div className="flex flex-wrap gap-3">
          <Button href={`/${support.brand}/me`}>{t('go')}</Button>
          <Form action={endSupportAction} hidden={{ brand: support.brand }} submit={t('end')} tone="secondary" inline />
        </div>
      }
    >
      {t('text', { brand: manifest?.name ?? support.brand, until, reason: support.reason })}
    </Notice>
  )
}

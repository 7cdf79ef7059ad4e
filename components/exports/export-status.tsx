import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Details } from '#components/ui/details.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Progress } from '#components/ui/progress.tsx'
import { RefreshWhile } from '#components/ui/refresh-while.tsx'
import type { ExportView } from '#lib/exports/schema.ts'
import { FileSize } from './file-size.tsx'

export interface ExportStatusProps {
  brand: string
  view: ExportView
  zone: string
  /** Whether the sign-in is recent enough for the download, so that it need not be confirmed first. */
  recent: boolean
}

/** How far the newest export is, and what can be done with it. */
export function ExportStatus({ brand, view, zone, recent }: ExportStatusProps) {
  const t = useTranslations('exports')
  const locale = useLocale()
  if (view.state === 'requested' || view.state === 'running')
    return (
      <Notice title={t('running.title')}>
        <RefreshWhile />
        <Progress
          label={t('running.label')}
          {...(view.state === 'running' ? { value: view.stepsDone } : { detail: t('running.waiting') })}
          max={view.stepsTotal}
        />
        <p className="mt-2">{t('running.leave')}</p>
      </Notice>
    )
  if (view.state === 'failed')
    return (
      <Notice tone="bad" title={t('failed.title')}>
        {t('failed.text')}
      </Notice>
    )
  if (view.state !== 'ready' || !view.expiresAt || view.bytes === null) return null
  const page = encodeURIComponent(`/${brand}/me/account/export`)
  return (
    <Notice
      tone="good"
      title={t('ready.title')}
      action={
        recent ? (
          <Button href={`/api/${brand}/exports/${view.id}`} external icon="download">
            {t('ready.download')}
          </Button>
        ) : (
          <Button href={`/${brand}/me/confirm?next=${page}`} icon="lock">
            {t('ready.confirm')}
          </Button>
        )
      }
    >
      <p>
        {t.rich('ready.text', {
          size: () => <FileSize bytes={view.bytes ?? 0} />,
          date: formatDate(view.expiresAt, locale, zone, 'datetime'),
        })}
      </p>
      <Details summary={t('ready.check')}>
        <code className="wrap-anywhere">{view.sha256}</code>
      </Details>
    </Notice>
  )
}

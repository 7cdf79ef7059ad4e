import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Details } from '#components/ui/details.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { FormState } from '#lib/web/form-state.ts'

export interface ClosingPartProps {
  brand: string
  eraseAfter: Date
  zone: string
  /** Null for staff, who may not undo it for the person. */
  undo: ((state: FormState, data: FormData) => Promise<FormState>) | null
  /** The address of the certificate, for the person alone. */
  certificate: string | null
}

/** That the account is being closed, until when that can be undone, and how. */
export function ClosingPart({ brand, eraseAfter, zone, undo, certificate }: ClosingPartProps) {
  const t = useTranslations('retention.closing')
  const locale = useLocale()
  return (
    <Notice
      tone="warn"
      title={t('title')}
      action={
        undo ? (
          <div className="flex flex-wrap items-start gap-4">
            <Form inline action={undo} hidden={{ brand }} submit={t('undo')} />
            <Button href={`/${brand}/me/account/export`} tone="secondary" icon="download">
              {t('export')}
            </Button>
          </div>
        ) : null
      }
    >
      <p>{t('text', { date: formatDate(eraseAfter, locale, zone, 'datetime') })}</p>
      {certificate ? (
        <Details summary={t('certificate.title')}>
          <p>{t('certificate.text')}</p>
          <p className="my-2">
            <code className="wrap-anywhere">{certificate}</code>
          </p>
          <p className="text-sm text-ink-soft">{t('certificate.none')}</p>
        </Details>
      ) : null}
    </Notice>
  )
}

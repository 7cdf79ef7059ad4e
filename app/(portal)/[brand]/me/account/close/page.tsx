import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClosingPlanTables } from '#components/retention/closing-plan-tables.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { listCategories } from '#lib/inventory/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { closingPlan } from '#lib/retention/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { cancelAccountAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('retention.close'))('title') }
}

export default async function CloseAccountPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  // A recent sign-in is asked for here, before anything was read and ticked, and not after.
  const grant = await requireGrant('account:cancel', brand)
  const [held, locale, t] = await Promise.all([
    listCategories(grant),
    requestLocale(),
    getTranslations('retention.close'),
  ])
  const manifest = getManifest(brand)
  const eraseAfter = clock.inDays(manifest.graceDays)
  const planned = closingPlan(manifest, eraseAfter).map((end, at) => ({
    ...end,
    name: held[at]?.category.name[locale] ?? end.category,
    reason: held[at]?.category.retention.reason[locale] ?? '',
    rows: held[at]?.rows ?? 0,
  }))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { brand: manifest.name })}
        back={{ href: `/${brand}/me/account`, label: t('back') }}
      />
      <Notice
        title={t('export.title')}
        action={
          <Button href={`/${brand}/me/account/export`} tone="secondary" icon="download">
            {t('export.open')}
          </Button>
        }
      >
        {t('export.text')}
      </Notice>
      <Section title={t('now.title')}>
        <ul className="grid max-w-prose list-disc gap-2 ps-6">
          <li>{t('now.consents')}</li>
          <li>{t('now.signin')}</li>
        </ul>
      </Section>
      <Section
        title={t('later.title', { date: formatDate(eraseAfter, locale, manifest.zone, 'long') })}
        lead={t('later.text', { days: manifest.graceDays })}
      >
        <p className="mb-6 max-w-prose">{t('now.devices')}</p>
        <ClosingPlanTables planned={planned} zone={manifest.zone} />
      </Section>
      <Section title={t('title')}>
        <Form
          action={cancelAccountAction}
          hidden={{ brand, locale, returnTo: `/${brand}/me/account/close` }}
          tone="danger"
          submit={t('submit')}
          cancel={{ href: `/${brand}/me/account`, label: t('cancel') }}
        >
          <Field kind="checkbox" name="sure" label={t('sure')} />
        </Form>
      </Section>
    </>
  )
}

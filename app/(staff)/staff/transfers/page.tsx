import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { markTransferAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.transfers'))('title') }
}

/** Marks a person's data for transfer abroad, under their consent, and gives figures without any sign of people (WBP-21). */
export default async function StaffTransfersPage({ searchParams }: { searchParams: Promise<{ brand?: string }> }) {
  const brand = (await searchParams).brand ?? BRAND_KEYS[0] ?? ''
  await requireStaff('transfers:mark', brand)
  const [t, locale] = await Promise.all([getTranslations('transparency.transfers'), requestLocale()])
  const { name, storage } = getManifest(brand)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <BrandChoice brand={brand} />
      {storage.transfersAbroad === 'never' ? (
        <Notice tone="warn" title={t('never.title', { brand: name })}>
          {t('never.text', { place: storage.place[locale] })}
        </Notice>
      ) : (
        <>
          <Section title={t('mark.title')} lead={t('mark.lead', { place: storage.place[locale] })}>
            <Form
              action={markTransferAction}
              hidden={{ brand, returnTo: '/staff/transfers' }}
              submit={t('mark.submit')}
            >
              <Field name="ref" label={t('mark.ref')} hint={t('mark.refHint')} width={16} />
              <Field name="country" label={t('mark.country')} hint={t('mark.countryHint')} width={8} />
              <Field name="reason" kind="textarea" label={t('mark.reason')} hint={t('mark.reasonHint')} />
            </Form>
          </Section>
          <Section title={t('figures.title')} lead={t('figures.lead')}>
            <a
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              href={`/api/${brand}/figures`}
              download
            >
              {t('figures.download')}
            </a>
          </Section>
        </>
      )}
    </>
  )
}

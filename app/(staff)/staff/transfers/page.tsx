import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
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
  // It stands alone elsewhere; here it goes on a sentence.
  const stored = storage.place[locale]
  const place = stored.slice(0, 1).toLocaleLowerCase(locale) + stored.slice(1)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <BrandChoice brand={brand} />
      {storage.transfersAbroad === 'never' ? (
        <Notice tone="warn" title={t('never.title', { brand: name })}>
          {t('never.text', { place })}
        </Notice>
      ) : (
        <>
          <Section title={t('mark.title')} lead={t('mark.lead', { place })}>
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
            <Button href={`/api/${brand}/figures`} tone="secondary" external>
              {t('figures.download')}
            </Button>
          </Section>
        </>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { LOOKUP_REASONS } from '#lib/support/schema.ts'
import { requireStaffActor } from '#lib/web/require-staff.ts'
import { ActingNotice } from './acting-notice.tsx'
import { findPersonAction } from './actions.ts'

interface PageProps {
  searchParams: Promise<{ brand?: string; done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.find'))('title') }
}

/** Find somebody who asked for help. The form posts, so that no name stands in an address. */
export default async function SupportPage({ searchParams }: PageProps) {
  const { brand, done } = await searchParams
  const staff = await requireStaffActor()
  if (staff.role !== 'support') notFound()
  const t = await getTranslations('support')
  return (
    <>
      <PageHeader title={t('find.title')} lead={t('find.lead')} />
      {done === 'ended' && !staff.support ? <Notice tone="good" title={t('done.ended')} /> : null}
      {staff.support ? <ActingNotice support={staff.support} /> : null}
      <Form action={findPersonAction} submit={t('find.submit')}>
        <Field
          name="brand"
          kind="select"
          label={t('find.brand')}
          defaultValue={brand ?? BRAND_KEYS[0] ?? ''}
          options={BRAND_KEYS.map((value) => ({ value, label: getManifest(value).name }))}
        />
        <Field
          name="why"
          kind="select"
          label={t('find.why')}
          options={LOOKUP_REASONS.map((value) => ({ value, label: t(`find.reasons.${value}`) }))}
        />
        <Field name="name" label={t('find.name')} hint={t('find.nameHint')} maxLength={254} autoComplete="off" />
      </Form>
    </>
  )
}

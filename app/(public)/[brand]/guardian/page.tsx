import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { askGuardianAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.guardian'))('title') }
}

/** A child asks a parent or guardian to agree before there is an account (ENB-15). */
export default async function GuardianPage({ params }: { params: Promise<{ brand: string }> }) {
  const { key: brand, guardianBelow: age } = requireManifest((await params).brand)
  if (age === undefined) notFound()
  const t = await getTranslations('identity.guardian')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { age })} back={{ href: `/${brand}/sign-up`, label: t('back') }} />
      <Form action={askGuardianAction} hidden={{ brand }} submit={t('submit')}>
        <Field name="child" label={t('child')} hint={t('childHint')} autoComplete="tel" maxLength={254} />
        <Field name="birthDate" kind="date" label={t('birthDate')} width={16} autoComplete="bday" />
        <Field name="guardian" kind="email" label={t('guardian')} hint={t('guardianHint')} maxLength={254} />
      </Form>
    </>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { localPath } from '#lib/web/current-path.ts'
import { requireStaffActor } from '#lib/web/require-staff.ts'
import { confirmStaffAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.staff.confirm'))('title') }
}

/** Where staff prove once more who they are, before what needs a recent sign-in. */
export default async function StaffConfirmPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams
  await requireStaffActor()
  const t = await getTranslations('identity.staff.confirm')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Form action={confirmStaffAction} hidden={{ next: localPath(next, '/staff') }} submit={t('submit')}>
        <Field name="password" kind="password" label={t('password')} autoComplete="current-password" />
      </Form>
    </>
  )
}

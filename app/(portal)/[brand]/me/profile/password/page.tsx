import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireGrant } from '#lib/web/require-grant.ts'
import { changePasswordAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile.password'))('title') }
}

export default async function PasswordPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  await requireGrant('credentials:change', brand)
  const [t, profile] = await Promise.all([getTranslations('profile.password'), getTranslations('profile')])
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: `/${brand}/me/profile`, label: profile('backProfile') }}
      />
      <Form action={changePasswordAction} hidden={{ brand }} submit={t('save')}>
        <Field name="newPassword" kind="password" label={t('label')} hint={t('hint')} autoComplete="new-password" />
      </Form>
    </>
  )
}

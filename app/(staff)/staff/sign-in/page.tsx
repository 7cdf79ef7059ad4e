import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { localPath } from '#lib/web/current-path.ts'
import { currentSession } from '#lib/web/current-session.ts'
import { signInStaffAction } from './actions.ts'

interface PageProps {
  searchParams: Promise<{ next?: string; done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.staff'))('title') }
}

export default async function StaffSignInPage({ searchParams }: PageProps) {
  const { next, done } = await searchParams
  const onward = localPath(next, '/staff')
  if ((await currentSession())?.actor.kind === 'staff') redirect(onward)
  const [t, signIn] = await Promise.all([getTranslations('identity.staff'), getTranslations('identity.signIn.done')])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {done === 'signed_out' ? <Notice tone="good" title={signIn('signed_out')} /> : null}
      {done === 'kept' ? <Notice tone="info" title={signIn('kept')} /> : null}
      {done === 'lost' ? <Notice tone="warn" title={signIn('lost')} /> : null}
      <Form action={signInStaffAction} hidden={{ next: onward }} submit={t('submit')}>
        <Field name="accountName" label={t('accountName')} autoComplete="username" />
        <Field name="password" kind="password" label={t('password')} autoComplete="current-password" />
      </Form>
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NoAddress } from '#components/identity/no-address.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { requireVisitor } from '#lib/web/visitor.ts'
import { startRecoveryAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.recover'))('title') }
}

export default async function RecoverPage({ params }: PageProps) {
  const { brand } = await params
  await requireVisitor('identity:recover', brand, undefined)
  const { signIn, controller } = getManifest(brand)
  if (signIn.proof !== 'password') notFound()
  const [t, fields] = await Promise.all([getTranslations('identity.recover'), getTranslations('identity.fields')])
  const kinds = signIn.identifiers.map(({ kind }) => kind)
  const label = kinds.includes('account_name') ? 'anyName' : kinds.includes('phone') ? 'contact' : 'email'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/sign-in`, label: t('back') }} />
      <Form action={startRecoveryAction} hidden={{ brand }} submit={t('submit')}>
        <Field name="identifier" label={fields(label)} autoComplete="username" />
      </Form>
      {kinds.includes('account_name') ? <NoAddress email={controller.email} /> : null}
    </>
  )
}

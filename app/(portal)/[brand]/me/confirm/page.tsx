import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { findStepUpWays } from '#lib/identity/index.ts'
import { localPath } from '#lib/web/current-path.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { confirmByPasswordAction, sendStepUpCodeAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ next?: string; with?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.confirm'))('title') }
}

export default async function ConfirmPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { next, with: chosen } = await searchParams
  const grant = await requireGrant('sessions:step-up', brand)
  const [ways, t] = await Promise.all([findStepUpWays(grant), getTranslations('identity.confirm')])
  const onward = localPath(next, `/${brand}/me`)
  const byPassword = ways.password && (chosen !== 'code' || !ways.code)
  const other = ways.password && ways.code ? (byPassword ? 'code' : 'password') : null
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {byPassword ? (
        <Form action={confirmByPasswordAction} hidden={{ brand, next: onward }} submit={t('submit')}>
          <Field name="password" kind="password" label={t('password')} autoComplete="current-password" />
        </Form>
      ) : (
        <Form action={sendStepUpCodeAction} hidden={{ brand, next: onward }} submit={t('sendCode')}>
          {ways.code ? <p>{t('byCode', { to: ways.code.to })}</p> : null}
        </Form>
      )}
      {other ? (
        <p className="mt-6">
          <Link
            className="text-accent underline underline-offset-4"
            href={`/${brand}/me/confirm?with=${other}&next=${encodeURIComponent(onward)}`}
          >
            {t(other === 'code' ? 'instead' : 'insteadPassword')}
          </Link>
        </p>
      ) : null}
    </>
  )
}

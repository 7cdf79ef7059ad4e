import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { localPath } from '#lib/web/current-path.ts'
import { requireVisitor } from '#lib/web/visitor.ts'
import { sendSignInCodeAction, signInAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ next?: string; with?: string; done?: string }>
}

const DONE = { signed_out: 'good', ended: 'good', kept: 'info', lost: 'warn' } as const

const isDone = (done: string): done is keyof typeof DONE => Object.hasOwn(DONE, done)

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.signIn'))('title') }
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { next, with: chosen, done = '' } = await searchParams
  await requireVisitor('identity:sign-in', brand, next)
  const manifest = getManifest(brand)
  const t = await getTranslations('identity.signIn')
  const onward = localPath(next, `/${brand}/me`)
  const hidden = { brand, next: onward }
  const query = `next=${encodeURIComponent(onward)}`
  const byCode = manifest.signIn.proof === 'code' && chosen !== 'password'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { brand: manifest.name })} />
      {isDone(done) ? <Notice tone={DONE[done]} title={t(`done.${done}`)} /> : null}
      {byCode ? (
        <Form action={sendSignInCodeAction} hidden={hidden} submit={t('sendCode')}>
          <IdentifierField manifest={manifest} byCode />
        </Form>
      ) : (
        <Form action={signInAction} hidden={hidden} submit={t('submit')}>
          <IdentifierField manifest={manifest} />
          <Field name="password" kind="password" label={t('password')} autoComplete="current-password" />
        </Form>
      )}
      <ul className="mt-8 grid gap-3">
        {manifest.signIn.proof === 'code' ? (
          <li>
            <Way href={`/${brand}/sign-in?${query}${byCode ? '&with=password' : ''}`}>
              {t(byCode ? 'withPassword' : 'withCode')}
            </Way>
          </li>
        ) : (
          <li>
            <Way href={`/${brand}/recover`}>{t('forgotten')}</Way>
          </li>
        )}
        <li>
          {t('new')} <Way href={`/${brand}/sign-up?${query}`}>{t('signUp')}</Way>
        </li>
      </ul>
    </>
  )
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <Link className="text-accent underline underline-offset-4" href={href}>
      {children}
    </Link>
  )
}

/** One field for every name that the brand knows: mail address, phone number, account name. */
function IdentifierField({ manifest, byCode = false }: { manifest: Manifest; byCode?: boolean }) {
  const fields = useTranslations('identity.fields')
  const kinds = manifest.signIn.identifiers.map(({ kind }) => kind).filter((kind) => !byCode || kind !== 'account_name')
  const only = kinds.length === 1 ? kinds[0] : undefined
  const label = only ?? (kinds.includes('account_name') ? 'anyName' : 'contact')
  return (
    <Field
      name="identifier"
      label={fields(label)}
      kind={only === 'email' ? 'email' : only === 'phone' ? 'tel' : 'text'}
      autoComplete="username"
    />
  )
}

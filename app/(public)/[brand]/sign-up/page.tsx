import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignUpFields } from '#components/identity/sign-up-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { isEnding } from '#lib/brand-status/index.ts'
import { getManifest, policyInForce } from '#lib/brands/index.ts'
import { ageProof, askedIdentifiers } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { localPath } from '#lib/web/current-path.ts'
import { requireVisitor } from '#lib/web/visitor.ts'
import { signUpAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ next?: string; app?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.signUp'))('title') }
}

export default async function SignUpPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { next, app } = await searchParams
  const grant = await requireVisitor('identity:sign-up', brand, next)
  const manifest = getManifest(brand)
  const [t, ending] = await Promise.all([getTranslations('identity.signUp'), isEnding(grant)])
  if (ending)
    return (
      <>
        <PageHeader title={t('title')} />
        <Notice
          tone="warn"
          title={t('ending', { brand: manifest.name })}
          action={<Button href={`/${brand}/announcements`}>{t('endingMore')}</Button>}
        />
      </>
    )
  const policy = policyInForce(manifest, clock.now())
  const through = manifest.entryApps.find((entry) => entry.key === app)
  const onward = localPath(next, `/${brand}/me`)
  const hidden = { brand, next: onward, policyVersion: policy.version, ...(through ? { app: through.key } : {}) }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { brand: manifest.name })} />
      {through ? (
        <Notice title={t('through.title', { app: through.name })}>
          {t.rich('through.text', {
            app: through.name,
            brand: manifest.name,
            link: (words) => (
              <a href={through.policyUrl} rel="noreferrer" className="underline underline-offset-4">
                {words}
              </a>
            ),
          })}
        </Notice>
      ) : null}
      <Form action={signUpAction} hidden={hidden} submit={t('submit')}>
        <SignUpFields
          identifiers={askedIdentifiers(manifest)}
          anyOf={manifest.signIn.anyOf}
          password={manifest.signIn.proof === 'password'}
          age={{ proof: ageProof(manifest), minimum: manifest.minimumAge, guardianBelow: manifest.guardianBelow }}
          policy={{ href: `/${brand}/policy`, version: policy.version, effectiveOn: policy.effectiveOn }}
          locale={await getLocale()}
        />
      </Form>
      {manifest.guardianBelow === undefined ? null : (
        <p className="mt-8">
          <Link className="text-accent underline underline-offset-4" href={`/${brand}/guardian`}>
            {t('guardian', { age: manifest.guardianBelow })}
          </Link>
        </p>
      )}
      <p className="mt-8">
        {t('already')}{' '}
        <Link
          className="text-accent underline underline-offset-4"
          href={`/${brand}/sign-in?next=${encodeURIComponent(onward)}`}
        >
          {t('signIn')}
        </Link>
      </p>
    </>
  )
}

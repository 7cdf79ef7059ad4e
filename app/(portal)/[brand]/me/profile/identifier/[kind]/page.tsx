import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { readProfile } from '#lib/profile/index.ts'
import type { IdentifierView } from '#lib/profile/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { removeIdentifierAction, startIdentifierChangeAction } from '../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; kind: string }>
}

const INPUT = { account_name: 'text', email: 'email', phone: 'tel' } as const
const COMPLETE = { account_name: 'username', email: 'email', phone: 'tel' } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile.signIn'))('title') }
}

export default async function IdentifierPage({ params }: PageProps) {
  const { brand, kind } = await params
  const grant = await requireGrant('profile:view', brand)
  const profile = await readProfile(grant, await requestLocale())
  const identifier = profile.identifiers.find((entry) => entry.kind === kind)
  if (!identifier) notFound()
  const [t, titles] = await Promise.all([getTranslations('profile.identifier'), getTranslations('profile')])
  const back = { href: `/${brand}/me/profile`, label: titles('backProfile') }
  if (identifier.changedBy === 'request') {
    return (
      <>
        <PageHeader title={t(`title.${identifier.kind}`)} back={back} />
        <ByRequest brand={brand} kind={identifier.kind} />
      </>
    )
  }
  // Changing it needs a sign-in of the last minutes: asked for before anything is typed.
  await requireGrant('identifiers:change', brand)
  return (
    <>
      <PageHeader title={t(`title.${identifier.kind}`)} lead={t(`lead.${identifier.kind}`)} back={back} />
      <Change brand={brand} identifier={identifier} />
    </>
  )
}

function ByRequest({ brand, kind }: { brand: string; kind: string }) {
  const t = useTranslations('profile.identifier.byRequest')
  return (
    <Notice
      title={t('title')}
      action={<Button href={`/${brand}/me/requests/new/correction?field=${kind}`}>{t('action')}</Button>}
    >
      {t('text', { days: getManifest(brand).answerDays })}
    </Notice>
  )
}

function Change({ brand, identifier }: { brand: string; identifier: IdentifierView }) {
  const t = useTranslations('profile.identifier')
  const { kind, shown, required } = identifier
  const hidden = { brand, kind, returnTo: `/${brand}/me/profile/identifier/${kind}` }
  return (
    <>
      <Form action={startIdentifierChangeAction} hidden={hidden} submit={t(`save.${kind}`)}>
        <Field
          name="value"
          kind={INPUT[kind]}
          label={t(`label.${kind}`)}
          hint={shown ? t('now', { value: shown }) : undefined}
          autoComplete={COMPLETE[kind]}
        />
      </Form>
      {shown && !required ? (
        <Section title={t('removeTitle')}>
          <p className="mb-4 max-w-prose">{t(`removeText.${kind}`)}</p>
          <Form inline tone="danger" action={removeIdentifierAction} hidden={hidden} submit={t('remove')} />
        </Section>
      ) : null}
    </>
  )
}

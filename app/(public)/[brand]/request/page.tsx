import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { PUBLIC_KINDS, REQUEST_TEXT_LENGTH } from '#lib/requests/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { openPublicRequestAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ kind?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.open'))('title') }
}

/** For people without an account: the same rights, verified by mail (WEA-12), and the report of a child's account. */
export default async function PublicRequestPage({ params, searchParams }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const { kind } = await searchParams
  const [t, words, locale] = await Promise.all([
    getTranslations('requests.open'),
    getTranslations('requests'),
    requestLocale(),
  ])
  const none = { value: '', label: t('noGround') }
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { brand: manifest.name, days: manifest.answerDays })}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
      />
      <p className="mb-6 max-w-prose">
        {t.rich('account', {
          link: (words) => <TextLink href={`/${manifest.key}/me/requests`}>{words}</TextLink>,
        })}
      </p>
      <Form action={openPublicRequestAction} hidden={{ brand: manifest.key }} submit={words('new.submit')}>
        <Field
          name="kind"
          kind="select"
          label={words('new.lead')}
          defaultValue={PUBLIC_KINDS.find((known) => known === kind) ?? 'inquiry'}
          options={PUBLIC_KINDS.map((value) => ({ value, label: words(`kinds.${value}`) }))}
        />
        <Field
          name="ground"
          kind="select"
          label={words('new.ground')}
          hint={t('groundHint')}
          optional
          options={[none, ...manifest.deletionGrounds.map(({ key, text }) => ({ value: key, label: text[locale] }))]}
        />
        <Field
          name="text"
          kind="textarea"
          label={words('new.text')}
          hint={t('textHint')}
          maxLength={REQUEST_TEXT_LENGTH}
          rows={6}
        />
        <Field
          name="email"
          kind="email"
          label={t('email')}
          hint={t('emailHint')}
          autoComplete="email"
          maxLength={254}
        />
      </Form>
    </>
  )
}

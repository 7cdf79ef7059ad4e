import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { REQUEST_KINDS, REQUEST_TEXT_LENGTH } from '#lib/requests/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { openRequestAction } from '../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; kind: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('new.title') }
}

/** One kind of request, with what the brand's policy asks to be named. */
export default async function NewRequestPage({ params }: PageProps) {
  const { brand, kind: written } = await params
  await requireGrant('requests:open', brand)
  const kind = REQUEST_KINDS.find((known) => known === written)
  if (!kind) notFound()
  const { answerDays, deletionGrounds } = getManifest(brand)
  const [t, locale] = await Promise.all([getTranslations('requests'), requestLocale()])
  return (
    <>
      <PageHeader
        title={t(`kinds.${kind}`)}
        lead={`${t(`about.${kind}`)} ${t('new.days', { days: answerDays })}`}
        back={{ href: `/${brand}/me/requests`, label: t('title') }}
      />
      <Form
        action={openRequestAction}
        hidden={{ brand, kind, returnTo: `/${brand}/me/requests/new/${kind}` }}
        submit={t('new.submit')}
        cancel={{ href: `/${brand}/me/requests`, label: t('new.cancel') }}
      >
        {kind === 'deletion' ? (
          <Field
            name="ground"
            kind="radio"
            label={t('new.ground')}
            hint={t('new.groundHint')}
            options={deletionGrounds.map(({ key, text }) => ({ value: key, label: text[locale] }))}
          />
        ) : null}
        <Field
          name="text"
          kind="textarea"
          label={t('new.text')}
          hint={t('new.textHint')}
          maxLength={REQUEST_TEXT_LENGTH}
          rows={6}
        />
      </Form>
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import { lockedFields } from '#lib/requests/index.ts'
import { EVIDENCE_ACCEPT, EVIDENCE_BYTES, REQUEST_KINDS, REQUEST_TEXT_LENGTH } from '#lib/requests/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { openRequestAction } from '../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; kind: string }>
  searchParams: Promise<{ field?: string; about?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('new.title') }
}

/** One kind of request, with what the brand's policy asks to be named. */
export default async function NewRequestPage({ params, searchParams }: PageProps) {
  const { brand, kind: written } = await params
  await requireGrant('requests:open', brand)
  const kind = REQUEST_KINDS.find((known) => known === written)
  if (!kind) notFound()
  const { answerDays, deletionGrounds, categories, requestFees, currencies } = getManifest(brand)
  const { field, about } = await searchParams
  const category = categories.find(({ key }) => key === about)
  const [t, locale] = await Promise.all([getTranslations('requests'), requestLocale()])
  return (
    <>
      <PageHeader
        title={t(`kinds.${kind}`)}
        lead={t('new.days', { about: t(`about.${kind}`), days: answerDays })}
        back={{ href: `/${brand}/me/requests`, label: t('title') }}
      />
      {requestFees ? (
        <p className="mb-6 max-w-prose text-ink-soft">
          {t('new.fee', {
            grounds: requestFees.grounds.length > 1 ? 'both' : (requestFees.grounds[0] ?? 'both'),
            most: formatMoney(BigInt(requestFees.mostMinor), currencies[0] ?? '', locale),
          })}
        </p>
      ) : null}
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
        {kind === 'correction' ? <LockedFields brand={brand} chosen={field} /> : null}
        <Field
          name="text"
          kind="textarea"
          label={t('new.text')}
          hint={t('new.textHint')}
          defaultValue={category ? `${category.name[locale]}: ` : ''}
          maxLength={REQUEST_TEXT_LENGTH}
          rows={6}
        />
      </Form>
    </>
  )
}

/** What only a request can change: which field, what should stand there, and a file that shows it (ENB-06). */
function LockedFields({ brand, chosen }: { brand: string; chosen: string | undefined }) {
  const locked = lockedFields(getManifest(brand))
  const t = useTranslations('requests.correction')
  if (locked.length === 0) return null
  return (
    <>
      <Field
        name="field"
        kind="radio"
        label={t('field')}
        defaultValue={locked.find((field) => field === chosen) ?? (chosen ? 'other' : locked[0]) ?? 'other'}
        options={[...locked, 'other' as const].map((value) => ({ value, label: t(`fields.${value}`) }))}
      />
      <Field name="value" label={t('value')} hint={t('valueHint')} maxLength={254} optional autoComplete="off" />
      <Field
        name="evidence"
        kind="file"
        label={t('evidence')}
        hint={t('evidenceHint', { megabytes: EVIDENCE_BYTES / 1_000_000 })}
        accept={EVIDENCE_ACCEPT}
        optional
      />
    </>
  )
}

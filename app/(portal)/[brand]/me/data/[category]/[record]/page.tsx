import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type Category, getManifest } from '#lib/brands/index.ts'
import { readCorrectable } from '#lib/inventory/index.ts'
import { OwnId, VALUE_PREFIX, wordsOf } from '#lib/inventory/schema.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { correctRecordAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; category: string; record: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inventory.edit'))('title') }
}

/** One record, corrected by the hand of its person as far as the manifest lets them (ECH-08). */
export default async function CorrectRecordPage({ params }: PageProps) {
  const { brand, category: key, record } = await params
  const grant = await requireGrant('inventory:reveal', brand)
  const { category, row } = await load(() => readCorrectable(grant, key, record), record)
  const [t, locale] = await Promise.all([getTranslations('inventory.edit'), requestLocale()])
  const back = `/${brand}/me/data/${key}`
  const written = formatDate(row.at, locale, getManifest(brand).zone, 'datetime')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(category.shape === 'upload' ? 'leadName' : 'lead')}
        back={{ href: back, label: `${category.name[locale]}, ${written}` }}
      />
      <Form
        action={correctRecordAction}
        hidden={{ brand, category: key, record, returnTo: `${back}/${record}` }}
        submit={t('submit')}
        cancel={{ href: back, label: t('cancel') }}
      >
        {category.fields
          .filter(({ editable }) => editable)
          .map((field) => (
            <ValueField key={field.key} field={field} value={String(row.values[field.key] ?? '')} />
          ))}
      </Form>
      <p className="mt-8 max-w-prose text-ink-soft">
        {t.rich('lockedText', {
          link: (text) => (
            <TextLink href={`/${brand}/me/requests/new/correction?about=${key}`}>{String(text)}</TextLink>
          ),
        })}
      </p>
    </>
  )
}

async function load<T>(read: () => Promise<T>, record: string): Promise<T> {
  if (!OwnId.safeParse(record).success) notFound()
  try {
    return await read()
  } catch (fault) {
    if (fault instanceof Refusal) notFound()
    throw fault
  }
}

async function ValueField({ field, value }: { field: Category['fields'][number]; value: string }) {
  const [t, words, locale] = await Promise.all([getTranslations('inventory.edit'), getTranslations(), requestLocale()])
  const shared = {
    name: VALUE_PREFIX + field.key,
    label: field.label[locale],
    defaultValue: value,
    optional: !field.required,
  }
  if (field.type === 'enum') {
    const options = (field.values ?? []).map((code) => {
      const word = `${wordsOf('record', field.key)}.${code}`
      return { value: code, label: words.has(word) ? words(word) : code }
    })
    const none = field.required ? [] : [{ value: '', label: t('none') }]
    return <Field {...shared} kind="select" options={[...none, ...options]} />
  }
  if (field.type === 'list') return <Field {...shared} kind="textarea" hint={t('listHint')} rows={6} />
  return <Field {...shared} maxLength={field.maxLength} />
}

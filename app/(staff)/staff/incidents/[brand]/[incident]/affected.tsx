import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import type { IncidentView } from '#lib/incidents/index.ts'
import type { AffectedQuery } from '#lib/incidents/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { chooseAffectedAction } from '../../actions.ts'

interface AffectedProps {
  brand: string
  incident: IncidentView
  /** A query that is being tried and not chosen. */
  trying: AffectedQuery | null
  people: number
  may: boolean
}

/** Whom the incident touches: a query with its count, tried by a plain form and then chosen. */
export async function Affected({ brand, incident, trying, people, may }: AffectedProps) {
  const [t, locale] = await Promise.all([getTranslations('incidents.affected'), requestLocale()])
  const { categories, deviceKinds, storage } = getManifest(brand)
  const query = trying ?? incident.audience
  const any = { value: '', label: t('any') }
  return (
    <Section
      title={t('title')}
      lead={t(may ? 'lead' : 'chosen')}
      aside={<Badge tone={trying ? 'info' : 'neutral'}>{t(trying ? 'wouldBe' : 'are', { count: people })}</Badge>}
    >
      {may ? (
        <form method="get" className="grid gap-4 sm:grid-cols-2">
          <input type="hidden" name="try" value="1" />
          <Field
            name="category"
            kind="select"
            label={t('category')}
            defaultValue={query.category ?? ''}
            options={[any, ...categories.map(({ key, name }) => ({ value: key, label: name[locale] }))]}
          />
          <Field
            name="deviceKind"
            kind="select"
            label={t('deviceKind')}
            defaultValue={query.deviceKind ?? ''}
            options={[any, ...deviceKinds.map(({ key, name }) => ({ value: key, label: name[locale] }))]}
          />
          <Field name="from" kind="date" label={t('from')} defaultValue={query.from ?? ''} width={16} optional />
          <Field name="to" kind="date" label={t('to')} defaultValue={query.to ?? ''} width={16} optional />
          <Field
            name="region"
            kind="select"
            label={t('region')}
            defaultValue={query.region ?? ''}
            options={[any, { value: storage.region, label: storage.place[locale] }]}
          />
          <div className="self-end">
            <Button tone="secondary">{t('count')}</Button>
          </div>
        </form>
      ) : (
        <Chosen brand={brand} query={incident.audience} />
      )}
      {may && trying ? (
        <div className="mt-6">
          <Form
            inline
            action={chooseAffectedAction}
            hidden={{
              brand,
              incident: incident.id,
              ...Object.fromEntries(
                Object.entries(trying).filter((pair): pair is [string, string] => Boolean(pair[1])),
              ),
            }}
            submit={t('choose', { count: people })}
          />
        </div>
      ) : null}
    </Section>
  )
}

/** The query as it was chosen, for reading. */
async function Chosen({ brand, query }: { brand: string; query: AffectedQuery }) {
  const [t, locale] = await Promise.all([getTranslations('incidents.affected'), requestLocale()])
  const { categories, deviceKinds, storage } = getManifest(brand)
  const day = (written: string) => formatDate(new Date(`${written}T00:00:00Z`), locale, 'UTC', 'long')
  const nameIn = (list: readonly { key: string; name: Record<string, string> }[], key: string) =>
    list.find((one) => one.key === key)?.name[locale] ?? key
  const items = [
    ...(query.category ? [{ term: t('category'), value: nameIn(categories, query.category) }] : []),
    ...(query.deviceKind ? [{ term: t('deviceKind'), value: nameIn(deviceKinds, query.deviceKind) }] : []),
    ...(query.from ? [{ term: t('from'), value: day(query.from) }] : []),
    ...(query.to ? [{ term: t('to'), value: day(query.to) }] : []),
    ...(query.region ? [{ term: t('region'), value: storage.place[locale] }] : []),
  ]
  return items.length > 0 ? <DescriptionList items={items} /> : <p>{t('everybody')}</p>
}

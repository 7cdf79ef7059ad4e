import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { languageName } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { getPerson, type PersonView } from '#lib/support/index.ts'
import { REASON_LENGTH, SUPPORT_MINUTES } from '#lib/support/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { orNotFound } from '#lib/web/or-not-found.ts'
import { requireStaff, requireStaffActor } from '#lib/web/require-staff.ts'
import { ActingNotice } from '../../acting-notice.tsx'
import { askSupportAction } from '../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; person: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.find'))('title') }
}

/** The account that was found, and the form by which staff begin to act for its person. */
export default async function FoundPersonPage({ params }: PageProps) {
  const { brand, person: id } = await params
  const staff = await requireStaffActor()
  const grant = await requireStaff('support:find', brand)
  const person = await orNotFound(id, () => getPerson(grant, id))
  const t = await getTranslations('support.person')
  return (
    <>
      <PageHeader
        title={t('title', { ref: person.ref })}
        back={{ href: `/staff/support?brand=${brand}`, label: t('back') }}
      />
      <Facts brand={brand} person={person} />
      {staff.support ? (
        <ActingNotice support={staff.support} />
      ) : person.state === 'active' || person.state === 'closing' ? (
        <StartForm brand={brand} person={person} />
      ) : (
        <Notice tone="warn" title={t('closed')} />
      )}
    </>
  )
}

async function Facts({ brand, person }: { brand: string; person: PersonView }) {
  const [t, locale] = await Promise.all([getTranslations('support.person'), requestLocale()])
  const { name, zone } = getManifest(brand)
  return (
    <DescriptionList
      items={[
        { term: t('brand'), value: name },
        {
          term: t('state'),
          value: (
            <Badge tone={person.state === 'active' ? 'good' : 'warn'}>
              {t.has(`states.${person.state}`) ? t(`states.${person.state}`) : person.state}
            </Badge>
          ),
        },
        { term: t('since'), value: <DateTime at={person.createdAt} zone={zone} /> },
        { term: t('language'), value: languageName(person.locale, locale) },
      ]}
    />
  )
}

function StartForm({ brand, person }: { brand: string; person: PersonView }) {
  const t = useTranslations('support.person.start')
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Form action={askSupportAction} hidden={{ brand, subject: person.id }} submit={t('submit')}>
        <Field
          name="reason"
          kind="textarea"
          label={t('reason')}
          hint={t('reasonHint')}
          maxLength={REASON_LENGTH.max}
          rows={3}
        />
        <Field
          name="minutes"
          kind="radio"
          label={t('minutes')}
          defaultValue={String(SUPPORT_MINUTES[0])}
          options={SUPPORT_MINUTES.map((minutes) => ({ value: String(minutes), label: t('option', { minutes }) }))}
        />
      </Form>
    </Section>
  )
}

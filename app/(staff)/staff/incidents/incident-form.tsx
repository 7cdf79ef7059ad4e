import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { getManifest } from '#lib/brands/index.ts'
import type { IncidentView } from '#lib/incidents/index.ts'
import { INCIDENT_TEXTS, LOSSES, textField } from '#lib/incidents/schema.ts'
import { localTime } from '#lib/platform/calendar/index.ts'
import { LanguageFields } from '../language-fields.tsx'
import { recordIncidentAction } from './actions.ts'

/** What is known of an incident, and what people are told of it in each language. */
export async function IncidentForm({ brand, incident }: { brand: string; incident?: IncidentView }) {
  const t = await getTranslations('incidents')
  const { zone } = getManifest(brand)
  const local = (at: Date | null | undefined) => {
    if (!at) return undefined
    const { day, minute } = localTime(at, zone)
    return `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  }
  return (
    <Form
      action={recordIncidentAction}
      hidden={{ brand, ...(incident ? { incident: incident.id } : {}) }}
      submit={t('save')}
      across
      cancel={{ href: incident ? `/staff/incidents/${brand}/${incident.id}` : '/staff/incidents', label: t('back') }}
    >
      <Field
        name="knownAt"
        kind="datetime-local"
        label={t('knownAt')}
        hint={t('knownHint', { zone })}
        width={16}
        {...given(local(incident?.knownAt))}
      />
      <Field
        name="beganAt"
        kind="datetime-local"
        label={t('beganAt')}
        hint={t('zoneHint', { zone })}
        width={16}
        optional
        {...given(local(incident?.beganAt))}
      />
      <Field
        name="records"
        label={t('records')}
        inputMode="numeric"
        width={8}
        optional
        {...given(incident?.records?.toString())}
      />
      <fieldset>
        <legend className="mb-1 font-medium">{t('losses.title')}</legend>
        {LOSSES.map((loss) => (
          <Field
            key={loss}
            name={loss}
            kind="checkbox"
            label={t(`losses.${loss}`)}
            defaultChecked={incident?.losses.includes(loss) ?? false}
          />
        ))}
      </fieldset>
      {INCIDENT_TEXTS.map((text) => (
        <LanguageFields
          key={text}
          legend={t(`texts.${text}`)}
          name={(locale) => textField(text, locale)}
          value={(locale) => incident?.texts[text][locale]}
          kind={text === 'title' ? 'text' : 'textarea'}
          maxLength={text === 'title' ? 200 : 4_000}
        />
      ))}
    </Form>
  )
}

function given(value: string | undefined) {
  return value === undefined ? {} : { defaultValue: value }
}

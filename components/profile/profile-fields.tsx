import { getLocale, getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { countryName } from '#components/ui/format.ts'
import { COUNTRY_CODES, type ProfileFieldView } from '#lib/profile/schema.ts'

const LONG_TEXT = 120

/** The fields of the brand's manifest, each with what stands in it now. */
export async function ProfileFields({ fields }: { fields: readonly ProfileFieldView[] }) {
  const countries = await countryOptions()
  return fields.map(({ key, label, kind, required, maxLength, value }) => (
    <Field
      key={key}
      name={key}
      label={label}
      optional={!required}
      defaultValue={value ?? ''}
      maxLength={maxLength}
      {...(kind === 'country' ? { kind: 'select', options: countries, autoComplete: 'country' } : {})}
      {...(kind === 'date' ? { kind: 'date', width: 16 } : {})}
      {...(kind === 'text' && maxLength > LONG_TEXT ? { kind: 'textarea' } : {})}
      {...(key === 'nickname' ? { autoComplete: 'nickname' } : {})}
    />
  ))
}

async function countryOptions() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('profile.about')])
  const named = COUNTRY_CODES.map((code) => ({ value: code, label: countryName(code, locale) }))
  return [{ value: '', label: t('none') }, ...named.toSorted((a, b) => a.label.localeCompare(b.label, locale))]
}

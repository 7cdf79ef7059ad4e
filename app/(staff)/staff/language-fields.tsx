import { Field } from '#components/ui/field.tsx'
import { languageName } from '#components/ui/format.ts'
import { LOCALES, type Locale } from '#lib/platform/i18n/locales.ts'
import { requestLocale } from '#lib/web/locale.ts'

interface LanguageFieldsProps {
  /** What is written, in each language. */
  legend: string
  name: (locale: Locale) => string
  value?: (locale: Locale) => string | undefined
  /** A line, or some paragraphs. */
  kind: 'text' | 'textarea'
  maxLength: number
}

/** One text in the languages of the portal, side by side where there is room, so that each is seen beside the others. */
export async function LanguageFields({ legend, name, value, kind, maxLength }: LanguageFieldsProps) {
  const reader = await requestLocale()
  return (
    <fieldset>
      <legend className="mb-2 text-lg font-semibold">{legend}</legend>
      <div className="grid gap-4 wide:grid-cols-3">
        {LOCALES.map((locale) => {
          const written = value?.(locale)
          return (
            <Field
              key={locale}
              name={name(locale)}
              lang={locale}
              kind={kind}
              label={languageName(locale, reader)}
              rows={5}
              maxLength={maxLength}
              {...(written === undefined ? {} : { defaultValue: written })}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

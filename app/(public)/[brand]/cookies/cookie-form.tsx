import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Manifest } from '#lib/brands/index.ts'
import { cookieOf, optionalKinds } from '#lib/tracking/index.ts'
import { currentChoice } from '#lib/web/cookie-jar.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { chooseCookiesAction } from './actions.ts'

/** Each optional kind by itself, and all or none with one press of the same weight. */
export async function CookieForm({ manifest, signalled }: { manifest: Manifest; signalled: boolean }) {
  const [t, kinds, choice, locale] = await Promise.all([
    getTranslations('tracking.choice'),
    getTranslations('transparency.cookies.categories'),
    currentChoice(),
    requestLocale(),
  ])
  const optional = optionalKinds(manifest)
  if (optional.length === 0) return <p>{t('nothing')}</p>
  if (signalled) return <p>{t('doneSignal')}</p>
  const hidden = { brand: manifest.key, locale }
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap gap-3">
        {(['none', 'all'] as const).map((answer) => (
          <Form
            key={answer}
            action={chooseCookiesAction}
            hidden={{ ...hidden, choice: answer }}
            submit={t(answer)}
            tone="secondary"
            inline
          />
        ))}
      </div>
      <Form action={chooseCookiesAction} hidden={{ ...hidden, choice: 'some' }} submit={t('save')} tone="secondary">
        {optional.map((kind) => (
          <Field
            key={`${kind} ${choice[kind] === true}`}
            kind="checkbox"
            name={kind}
            label={t('allow', { kind: kinds(kind) })}
            hint={cookieOf(manifest, kind)?.purpose[locale]}
            defaultChecked={choice[kind] === true}
            optional
          />
        ))}
      </Form>
    </div>
  )
}

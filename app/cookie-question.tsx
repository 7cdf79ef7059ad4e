import { getTranslations } from 'next-intl/server'
import { chooseCookiesAction } from '#app/(public)/[brand]/cookies/actions.ts'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatList } from '#components/ui/format.ts'
import type { Manifest } from '#lib/brands/index.ts'
import { isOpen, optionalKinds } from '#lib/tracking/index.ts'
import { currentChoice, currentSignal } from '#lib/web/cookie-jar.ts'
import { requestLocale } from '#lib/web/locale.ts'

/**
 * Asks once about optional cookies, with yes and no of the same weight. It lies over nothing, and nothing is set while
 * it stands. A browser that asks not to be tracked has answered already.
 */
export async function CookieQuestion({ manifest }: { manifest: Manifest }) {
  const [choice, signal] = await Promise.all([currentChoice(), currentSignal()])
  if (signal || !isOpen(manifest, choice)) return null
  const [t, kinds, locale] = await Promise.all([
    getTranslations('tracking.banner'),
    getTranslations('transparency.cookies.categories'),
    requestLocale(),
  ])
  const names = formatList(
    optionalKinds(manifest).map((kind) => kinds(kind)),
    locale,
  )
  return (
    <section aria-labelledby="cookie-question" className="border-b border-line bg-sunken print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-4 sm:px-6">
        <div className="max-w-prose text-sm">
          <h2 id="cookie-question" className="font-semibold">
            {t('title')}
          </h2>
          <p>{t('text', { brand: manifest.name, kinds: names })}</p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {(['none', 'all'] as const).map((answer) => (
            <Form
              key={answer}
              action={chooseCookiesAction}
              hidden={{ brand: manifest.key, choice: answer, locale }}
              submit={t(answer)}
              tone="secondary"
              inline
            />
          ))}
          <TextLink href={`/${manifest.key}/cookies`}>{t('some')}</TextLink>
        </div>
      </div>
    </section>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { currentPath } from '#lib/web/current-path.ts'
import { Icon } from '../ui/icon.tsx'

/** Each language is named in itself, for those who read no other. */
const OWN_NAME = { en: 'English', 'zh-CN': '简体中文', fr: 'Français' } as const

/** Changes the language and stays on the page; plain buttons of a plain form. */
export async function LanguageSwitch() {
  const [t, locale, path] = await Promise.all([getTranslations('shell.language'), getLocale(), currentPath()])
  const current = LOCALES.find((one) => one === locale) ?? 'en'
  return (
    <details className="menu relative print:hidden" name="shell-menu">
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-md px-2 hover:bg-sunken">
        <Icon name="language" />
        <span className="sr-only">{t('label')}: </span>
        <span className="text-sm max-sm:sr-only">{OWN_NAME[current]}</span>
        <Icon name="down" size={16} className="text-ink-soft" />
      </summary>
      <form
        action="/api/locale"
        method="post"
        aria-label={t('choose')}
        className="absolute end-0 z-20 mt-1 grid min-w-40 rounded-md border border-line-strong bg-canvas p-1"
      >
        <input type="hidden" name="returnTo" value={path} />
        {LOCALES.map((one) => (
          <button
            key={one}
            type="submit"
            name="locale"
            value={one}
            lang={one}
            aria-current={one === current ? 'true' : undefined}
            className="flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-sm px-3 text-start hover:bg-sunken"
          >
            {OWN_NAME[one]}
            {one === current ? <Icon name="check" size={16} className="text-accent" /> : null}
          </button>
        ))}
      </form>
    </details>
  )
}

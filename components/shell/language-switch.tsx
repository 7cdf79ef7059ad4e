import { useLocale, useTranslations } from 'next-intl'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { Icon } from '../ui/icon.tsx'
import { HeaderMenu } from './header-menu.tsx'

/** Each language is named in itself, for those who read no other. */
const OWN_NAME = { en: 'English', 'zh-CN': '简体中文', fr: 'Français' } as const

/**
 * Changes the language and stays on the page; plain buttons of a plain form. `path` is where to come back to for a
 * browser that does not say where it is.
 */
export function LanguageSwitch({ path }: { path: string }) {
  const t = useTranslations('shell.language')
  const locale = useLocale()
  const current = LOCALES.find((one) => one === locale) ?? 'en'
  return (
    <HeaderMenu
      id="language-menu"
      icon="language"
      label={t('current', { language: OWN_NAME[current] })}
      shown={OWN_NAME[current]}
    >
      <form action="/api/locale" method="post" aria-label={t('choose')} className="grid">
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
    </HeaderMenu>
  )
}

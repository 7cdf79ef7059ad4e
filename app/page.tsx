import { getLocale, getTranslations } from 'next-intl/server'
import { accentStyle } from '#components/shell/brand-look.ts'
import { BrandMark } from '#components/shell/brand-mark.tsx'
import { PortalShell } from '#components/shell/portal-shell.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { isLocale } from '#lib/platform/i18n/locales.ts'
import { currentPath } from '#lib/web/current-path.ts'

export default async function ChooseBrand() {
  const [t, locale, path] = await Promise.all([getTranslations('shell.brands'), getLocale(), currentPath()])
  const language = isLocale(locale) ? locale : 'en'
  return (
    <PortalShell path={path}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <h2 className="mb-4 text-lg">{t('choose')}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,22rem),1fr))] gap-4">
        {BRAND_KEYS.map(getManifest).map((brand) => (
          <li key={brand.key} className="brand" style={accentStyle(brand.mark)}>
            <a
              href={`/${brand.key}`}
              className="flex h-full items-center gap-4 rounded-lg border border-line p-4 hover:border-accent hover:bg-accent-wash"
            >
              <BrandMark letters={brand.mark.letters} large />
              <span className="min-w-0 grow">
                <span className="block font-semibold">{brand.name}</span>
                <span className="block text-sm text-ink-soft">{brand.tagline[language]}</span>
              </span>
              <Icon name="forward" className="text-accent" />
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-12 text-sm">
        <a href="/staff">{t('staff')}</a>
      </p>
    </PortalShell>
  )
}

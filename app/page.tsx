import { getLocale, getTranslations } from 'next-intl/server'
import { accentStyle } from '#components/shell/brand-look.ts'
import { BrandMark } from '#components/shell/brand-mark.tsx'
import { PortalShell } from '#components/shell/portal-shell.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { isLocale } from '#lib/platform/i18n/locales.ts'
import { currentPath } from '#lib/web/current-path.ts'

/** The brands; for `to=password`, to which a password manager is led, those whose users have one. */
export default async function ChooseBrand({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const toPassword = (await searchParams).to === 'password'
  const [t, locale, path] = await Promise.all([getTranslations('shell.brands'), getLocale(), currentPath()])
  const language = isLocale(locale) ? locale : 'en'
  const brands = BRAND_KEYS.map(getManifest).filter(({ signIn }) => !toPassword || signIn.proof === 'password')
  return (
    <PortalShell path={path}>
      {toPassword ? (
        <PageHeader title={t('password.title')} lead={t('password.lead')} />
      ) : (
        <PageHeader title={t('title')} lead={t('lead')} />
      )}
      <h2 className="mb-4 text-lg">{t('choose')}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,22rem),1fr))] gap-4">
        {brands.map((brand) => (
          <li key={brand.key} className="brand" style={accentStyle(brand.mark)}>
            <a
              href={toPassword ? `/${brand.key}/me/profile/password` : `/${brand.key}`}
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

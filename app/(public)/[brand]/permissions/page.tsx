import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { systemNames } from '#app/system-names.ts'
import { PermissionFacts } from '#components/transparency/permission-facts.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

const SYSTEMS = ['android', 'ios', 'harmonyos'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.pages.permissions'))('title') }
}

/** What the app asks a phone for, by operating system, with what each is for (ENB-08, WBP-04, ECH-04). */
export default async function PermissionsPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const [t, locale] = await Promise.all([getTranslations('transparency'), requestLocale()])
  return (
    <>
      <PageHeader
        title={t('pages.permissions.title')}
        lead={t('permissions.lead')}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
        action={
          manifest.permissions.length > 0 ? (
            <Button href={`/${manifest.key}/me/choices/permissions`} tone="secondary" icon="choices">
              {t('permissions.manage')}
            </Button>
          ) : undefined
        }
      />
      {manifest.permissions.length === 0 ? (
        <EmptyState title={t('permissions.none', { brand: manifest.name })} />
      ) : null}
      {SYSTEMS.map((system) => {
        const permissions = manifest.permissions.filter(({ systems }) => systems.includes(system))
        if (permissions.length === 0) return null
        return (
          <Section
            key={system}
            id={system}
            title={t(`permissions.systems.${system}`)}
            aside={
              <span className="text-sm text-ink-soft">{t('permissions.count', { count: permissions.length })}</span>
            }
          >
            <div className="grid gap-4">
              {permissions.map((permission) => (
                <Card key={permission.key} title={permission.name[locale]} level={3}>
                  <PermissionFacts
                    systemNames={systemNames(permission, system)}
                    uses={permission.uses.map(({ name }) => name[locale])}
                    consequence={permission.consequence[locale]}
                    processing={permission.processing}
                  />
                </Card>
              ))}
            </div>
          </Section>
        )
      })}
    </>
  )
}

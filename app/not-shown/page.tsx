import { getTranslations } from 'next-intl/server'
import { BackWithScripts } from '#components/shell/back-with-scripts.tsx'
import { PortalShell } from '#components/shell/portal-shell.tsx'
import { Button } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentPath } from '#lib/web/current-path.ts'

export async function generateMetadata() {
  return { title: (await getTranslations('shell.notShown'))('title') }
}

/** Where browsers without scripts arrive from a page that was not found or has failed. */
export default async function NotShown() {
  const [t, path] = await Promise.all([getTranslations('shell.notShown'), currentPath()])
  return (
    <PortalShell path={path}>
      <BackWithScripts />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Button href="/" external tone="secondary">
        {t('home')}
      </Button>
    </PortalShell>
  )
}

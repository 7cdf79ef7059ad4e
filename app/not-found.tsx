import { getTranslations } from 'next-intl/server'
import { PortalShell } from '#components/shell/portal-shell.tsx'
import { Button } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentPath } from '#lib/web/current-path.ts'

export async function generateMetadata() {
  return { title: (await getTranslations('shell.notFound'))('title') }
}

export default async function NotFound() {
  const [t, path] = await Promise.all([getTranslations('shell.notFound'), currentPath()])
  return (
    <PortalShell path={path}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Button href="/" external tone="secondary">
        {t('home')}
      </Button>
    </PortalShell>
  )
}

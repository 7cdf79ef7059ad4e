import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireStaffActor } from '#lib/web/require-staff.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.refused'))('title') }
}

/** Where staff land who ask for something that only the person may do, and why that is so. */
export default async function RefusedPage({ searchParams }: { searchParams: Promise<{ permission?: string }> }) {
  const { permission = '' } = await searchParams
  const staff = await requireStaffActor()
  const t = await getTranslations('support.refused')
  const what = t.has(`permissions.${permission}`) ? t('what', { what: t(`permissions.${permission}`) }) : null
  return (
    <>
      <PageHeader title={t('title')} lead={what} />
      <p className="mb-4 max-w-prose">{t('lead')}</p>
      <p className="mb-6 max-w-prose">{t('instead')}</p>
      <div className="flex flex-wrap gap-3">
        {staff.support ? <Button href={`/${staff.support.brand}/me`}>{t('back')}</Button> : null}
        <Button href="/staff" tone="secondary">
          {t('home')}
        </Button>
      </div>
    </>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { IncidentForm } from '../../incident-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incidents'))('record') }
}

export default async function NewIncidentPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  await requireStaff('incidents:manage', brand)
  const t = await getTranslations('incidents')
  return (
    <>
      <PageHeader
        title={t('record')}
        lead={t('recordLead', { brand: getManifest(brand).name })}
        back={{ href: `/staff/incidents?brand=${brand}`, label: t('title') }}
      />
      <IncidentForm brand={brand} />
    </>
  )
}

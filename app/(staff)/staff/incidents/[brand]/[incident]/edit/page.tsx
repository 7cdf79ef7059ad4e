import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireStaff } from '#lib/web/require-staff.ts'
import { IncidentForm } from '../../../incident-form.tsx'
import { loadIncident } from '../../../load-incident.ts'

interface PageProps {
  params: Promise<{ brand: string; incident: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incidents'))('edit') }
}

/** A draft is changed until people are told. */
export default async function EditIncidentPage({ params }: PageProps) {
  const { brand, incident: id } = await params
  const incident = await loadIncident(await requireStaff('incidents:manage', brand), id)
  if (incident.state !== 'draft') notFound()
  const t = await getTranslations('incidents')
  return (
    <>
      <PageHeader title={t('edit')} back={{ href: `/staff/incidents/${brand}/${id}`, label: t('one') }} />
      <IncidentForm brand={brand} incident={incident} />
    </>
  )
}

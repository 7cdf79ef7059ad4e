import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeviceCard } from '#components/devices/device-card.tsx'
import { Button } from '#components/ui/button.tsx'
import { CardGrid } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { listDevices } from '#lib/devices/index.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ done?: string }>
}

const DONE = ['added', 'removed']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('devices'))('title') }
}

export default async function DevicesPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { done = '' } = await searchParams
  const grant = await requireGrant('devices:view', brand)
  const [devices, t] = await Promise.all([listDevices(grant), getTranslations('devices')])
  const add = (
    <Button href={`/${brand}/me/devices/add`} icon="plus">
      {t('add')}
    </Button>
  )
  const { zone } = getManifest(brand)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={devices.length > 0 ? add : undefined} />
      {DONE.includes(done) ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      {done === 'gone' ? <Notice title={t('gone')} /> : null}
      {devices.length > 0 ? (
        <CardGrid>
          {devices.map((device) => (
            <DeviceCard key={device.id} brand={brand} device={device} zone={zone} />
          ))}
        </CardGrid>
      ) : (
        <EmptyState icon="devices" title={t('empty.title')} action={add}>
          {t('empty.text')}
        </EmptyState>
      )}
    </>
  )
}

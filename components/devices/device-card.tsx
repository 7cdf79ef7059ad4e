import { useTranslations } from 'next-intl'
import { Card } from '#components/ui/card.tsx'
import type { DeviceView } from '#lib/devices/schema.ts'
import { Link } from '../ui/link.tsx'
import { DeviceFacts } from './device-facts.tsx'

export function DeviceCard({ brand, device, zone }: { brand: string; device: DeviceView; zone: string }) {
  const t = useTranslations('devices')
  const manage = (
    <Link className="link" href={`/${brand}/me/devices/${device.id}`}>
      {t('manage')} <span className="sr-only">: {device.name}</span>
    </Link>
  )
  return (
    <Card title={device.name} footer={manage}>
      <DeviceFacts device={device} zone={zone} />
    </Card>
  )
}

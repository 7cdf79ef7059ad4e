import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import type { DeviceView } from '#lib/devices/schema.ts'

/** What is known of a device, in words. */
export function DeviceFacts({ device, zone }: { device: DeviceView; zone: string }) {
  const t = useTranslations('devices')
  return (
    <DescriptionList
      short
      items={[
        { term: t('kind'), value: t(`kinds.${device.kind}`) },
        { term: t('model'), value: device.model },
        { term: t('serial'), value: device.serial },
        { term: t('bound'), value: <DateTime at={device.boundAt} zone={zone} /> },
        { term: t('seen'), value: device.lastSeenAt ? <DateTime at={device.lastSeenAt} zone={zone} /> : t('never') },
      ]}
    />
  )
}

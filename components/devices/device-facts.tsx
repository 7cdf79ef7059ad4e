import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import type { DeviceView } from '#lib/devices/schema.ts'

/** What is known of a device, in words. */
export function DeviceFacts({ device }: { device: DeviceView }) {
  const t = useTranslations('devices')
  return (
    <DescriptionList
      items={[
        { term: t('kind'), value: t(`kinds.${device.kind}`) },
        { term: t('model'), value: device.model },
        { term: t('serial'), value: device.serial },
        { term: t('bound'), value: <DateTime at={device.boundAt} show="date" /> },
        { term: t('seen'), value: device.lastSeenAt ? <DateTime at={device.lastSeenAt} /> : t('never') },
      ]}
    />
  )
}

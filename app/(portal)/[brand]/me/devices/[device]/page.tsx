import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeviceFacts } from '#components/devices/device-facts.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { findDevice } from '#lib/devices/index.ts'
import { DEVICE_NAME_LENGTH } from '#lib/devices/schema.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { renameDeviceAction, revokeDeviceAction } from '../actions.ts'

export default async function DevicePage({ params }: { params: Promise<{ brand: string; device: string }> }) {
  const { brand, device: id } = await params
  const grant = await requireGrant('devices:view', brand)
  const [device, t] = await Promise.all([findDevice(grant, id), getTranslations('devices')])
  if (!device) notFound()
  const hidden = { brand, deviceId: device.id }
  return (
    <>
      <PageHeader title={device.name} back={{ href: `/${brand}/me/devices`, label: t('back') }} />
      <DeviceFacts device={device} zone={getManifest(brand).zone} />
      <Section title={t('rename.title')}>
        <Form action={renameDeviceAction} hidden={hidden} submit={t('rename.submit')}>
          <Field
            name="name"
            label={t('rename.label')}
            defaultValue={device.name}
            maxLength={DEVICE_NAME_LENGTH}
            autoComplete="off"
          />
        </Form>
      </Section>
      <Section title={t('remove.title')}>
        <p className="mb-4 max-w-prose">{t('remove.consequence')}</p>
        <Form
          action={revokeDeviceAction}
          hidden={hidden}
          tone="danger"
          submit={t('remove.submit', { name: device.name })}
        />
      </Section>
    </>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { DEVICE_NAME_LENGTH } from '#lib/devices/schema.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { addDeviceAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('devices.new'))('title') }
}

export default async function AddDevicePage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  await requireGrant('devices:add', brand)
  const [t, devices] = await Promise.all([getTranslations('devices.new'), getTranslations('devices')])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/devices`, label: devices('back') }} />
      <Form action={addDeviceAction} hidden={{ brand }} submit={t('submit')}>
        <Field
          name="number"
          label={t('number')}
          hint={t('numberHint', { example: 'SN-204815' })}
          maxLength={200}
          autoComplete="off"
        />
        <Field
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          maxLength={DEVICE_NAME_LENGTH}
          optional
          autoComplete="off"
        />
      </Form>
    </>
  )
}

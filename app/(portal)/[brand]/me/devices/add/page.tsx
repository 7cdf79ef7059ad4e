import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CodeCamera } from '#components/devices/code-camera.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { DEVICE_NAME_LENGTH, MOST_PICTURE_BYTES, PICTURE_TYPES } from '#lib/devices/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { addDeviceAction, addDeviceByPictureAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('devices.new'))('title') }
}

/** Adds a device in one of three ways, none of which needs the other two: camera, picture, number (ECH-05, WBP-04). */
export default async function AddDevicePage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  await requireGrant('devices:add', brand)
  const [t, devices, locale] = await Promise.all([
    getTranslations('devices.new'),
    getTranslations('devices'),
    requestLocale(),
  ])
  // A brand that does not declare the camera does not ask for it.
  const camera = getManifest(brand).permissions.find(({ key }) => key === 'camera')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/devices`, label: devices('back') }} />
      <Section title={t('byNumber')}>
        <Form action={addDeviceAction} hidden={{ brand }} submit={t('submit')}>
          <Field name="number" label={t('number')} hint={t('numberHint')} maxLength={400} autoComplete="off" />
          <Field
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            maxLength={DEVICE_NAME_LENGTH}
            optional
            autoComplete="off"
          />
        </Form>
      </Section>
      <Section title={t('byPicture')} lead={t('byPictureLead')}>
        {camera ? (
          <CodeCamera
            brand={brand}
            byCode={addDeviceAction}
            byPicture={addDeviceByPictureAction}
            words={{
              start: t('camera.start'),
              stop: t('camera.stop'),
              take: t('camera.take'),
              aim: t('camera.aim'),
              sending: t('camera.sending'),
              refused: t('camera.refused'),
              none: t('camera.none'),
              lost: `${camera.consequence[locale]} ${t('camera.left')}`,
            }}
          />
        ) : null}
        <Form action={addDeviceByPictureAction} hidden={{ brand }} tone="secondary" submit={t('submitPicture')}>
          <Field
            name="file"
            kind="file"
            label={t('file')}
            hint={t('fileHint', { megabytes: MOST_PICTURE_BYTES / 1024 / 1024 })}
            accept={PICTURE_TYPES.join(',')}
          />
        </Form>
      </Section>
    </>
  )
}

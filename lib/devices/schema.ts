import { z } from 'zod'
import { ShownText } from '#lib/consents/schema.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { PictureFile } from '#lib/platform/pictures/picture-file.ts'
import { plainText } from '#lib/platform/plain-text.ts'

export { MOST_PICTURE_BYTES, PICTURE_TYPES } from '#lib/platform/pictures/schema.ts'

export const DEVICE_NAME_LENGTH = 60
const Name = z.string().transform(plainText).pipe(z.string().max(DEVICE_NAME_LENGTH))

export const AddDevice = z.object({
  /** The code read from a QR picture, or the number printed on the device, as it is typed: with spaces, in wide figures. */
  number: z
    .string()
    .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
    .pipe(z.string().min(4).max(400)),
  name: Name.default(''),
})
export type AddDevice = z.output<typeof AddDevice>

export const AddDeviceByPicture = z.object({
  file: PictureFile,
  name: AddDevice.shape.name,
})

/** Devices that leave the factory; their numbers as they are printed on them. */
export const AnnounceUnits = z.strictObject({
  units: z
    .array(
      z.strictObject({
        kind: z.string().min(1).max(60),
        serial: z
          .string()
          .min(4)
          .max(60)
          .regex(/^[0-9A-Z][0-9A-Z._-]*$/, 'is written in capital letters and figures'),
        model: z
          .string()
          .trim()
          .min(1)
          .max(100)
          .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'has no control characters'),
      }),
    )
    .min(1)
    .max(1000),
})
export type AnnounceUnits = z.output<typeof AnnounceUnits>

export const RenameDevice = z.object({ deviceId: z.uuid(), name: Name.pipe(z.string().min(1)) })
export type RenameDevice = z.output<typeof RenameDevice>

export const RevokeDevice = z.object({ deviceId: z.uuid() })
export type RevokeDevice = z.output<typeof RevokeDevice>

/** A bound device as its owner sees it. */
export interface DeviceView {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly model: string
  readonly serial: string
  readonly boundAt: Date
  readonly lastSeenAt: Date | null
}

export const PermitUse = z.object({
  deviceId: z.uuid(),
  /** A permission of the brand's manifest and one of its uses. */
  permission: z.string().max(60),
  use: z.string().max(60),
  wanted: z.enum(['on', 'off']),
  /** The language in which the words stood beside the switch, and their digest. */
  locale: z.enum(LOCALES),
  shown: ShownText.optional(),
})
export type PermitUse = z.output<typeof PermitUse>

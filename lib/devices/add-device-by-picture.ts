import type { Grant } from '#lib/access/index.ts'
import { codesIn, readPicture } from '#lib/platform/pictures/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addDevice } from './add-device.ts'
import { isDeviceCode } from './device-code.ts'

/**
 * Binds a device by a picture of the QR code on it (ECH-05, WBP-04). The picture is looked at and not kept.
 * @throws Refusal `devices.no_code_seen`, those of `addDevice` and of `readPicture`
 */
export async function addDeviceByPicture(
  grant: Grant<'devices:add'>,
  input: { readonly bytes: Uint8Array; readonly name: string },
): Promise<{ id: string }> {
  const found = await codesIn(await readPicture(input.bytes))
  // Beside the code of the device a label may carry others: an address, a serial number.
  const number = found.find(isDeviceCode) ?? found[0]
  if (number === undefined) throw new Refusal('devices.no_code_seen', { field: 'file' })
  try {
    return await addDevice(grant, { number: number.slice(0, 400), name: input.name })
  } catch (fault) {
    throw fault instanceof Refusal ? new Refusal(fault.code, { ...fault.details, field: 'file' }) : fault
  }
}

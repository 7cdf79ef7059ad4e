import { database } from '#lib/platform/database/index.ts'
import type { Owner } from './owner.ts'

export async function deviceRows(of: Owner, marker: string) {
  const system = database('system')
  const make = (kind: string) =>
    system.device.create({ data: { ...of, kind, serial: `${kind} ${marker}`, model: marker, name: marker } })
  const [device, phone] = [await make('charger'), await make('phone')]
  await system.devicePermission.create({
    data: { ...of, deviceId: phone.id, permission: 'camera', use: 'scan', granted: true },
  })
  return { device: device.id, phone: phone.id }
}

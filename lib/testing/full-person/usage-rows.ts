import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { DAY, LATER, type Owner } from './owner.ts'

export async function usageRows(of: Owner, marker: string) {
  const system = database('system')
  const place = await system.supplyPoint.create({
    data: { ...of, utility: 'electricity', name: marker, zone: 'Europe/Paris' },
  })
  const meter = await system.meter.create({
    data: { ...of, supplyPointId: place.id, serial: marker, utility: 'electricity', unit: 'Wh' },
  })
  const sent = { ...of, senderId: marker, contentHash: sha256(marker), startedAt: DAY, endedAt: LATER }
  await system.reading.create({ data: { ...sent, meterId: meter.id, quantity: 1n } })
  await system.usageDay.create({ data: { ...of, meterId: meter.id, day: DAY, quantity: 1n, readings: 1 } })
  await system.chargingSession.create({ data: { ...sent, energyWh: 1n, station: marker } })
  await system.budget.create({ data: { ...of, amountMinor: 1n, currency: 'EUR', updatedAt: DAY } })
  await system.usageAlert.create({ data: { ...of, kind: 'unusual', matter: marker, day: DAY, raisedAt: DAY } })
}

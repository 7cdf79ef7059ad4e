import { inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { deviceAdded, deviceRevoked } from '#lib/devices/events.ts'
import { permitUse } from '#lib/devices/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { DEMO_UNITS } from './accounts.ts'
import { personGrant, seedGrant, subjectIdOf } from './acting.ts'
import type { DemoDevice, DemoPerson } from './demo-person.ts'
import { fixedId } from './fixed-id.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

const unitIdOf = (brand: string, serial: string) => fixedId(`unit ${brand} ${serial}`)
export const deviceIdOf = (brand: string, serial: string) => fixedId(`device ${brand} ${serial}`)

/** Devices that left the factory and that nobody bound yet. */
export async function seedUnits(brand: string): Promise<void> {
  const units = DEMO_UNITS.filter((unit) => unit.brand === brand)
  await inScope(systemGrant('demo:seed', 'demo:seed', { brand }), (tx) =>
    tx.deviceUnit.createMany({
      data: units.map(({ code, ...unit }) => ({
        ...unit,
        id: unitIdOf(brand, unit.serial),
        bindingCodeHash: sha256(code),
      })),
      skipDuplicates: true,
    }),
  )
}

/** The person's devices, now and before. */
export async function seedDevices(tx: Tx, person: DemoPerson, story: Story): Promise<void> {
  const grant = seedGrant('demo:seed', person)
  const { brand } = person
  const made = person.devices.filter(({ kind }) => kind !== 'phone')
  await tx.deviceUnit.createMany({
    data: made.map(({ kind, serial, model }) => {
      const bindingCodeHash = sha256(`${serial}-CODE`)
      return { id: unitIdOf(brand, serial), brand, kind, serial, model, bindingCodeHash }
    }),
  })
  await tx.device.createMany({ data: person.devices.map((device) => rowOf(person, device, story)) })
  for (const { serial, bound, revoked } of person.devices) {
    const id = deviceIdOf(brand, serial)
    await heldAt(story.ago(bound, 11), () => audit.record(tx, grant, deviceAdded(id)))
    if (revoked !== undefined) await heldAt(story.ago(revoked, 18), () => audit.record(tx, grant, deviceRevoked(id)))
  }
}

function rowOf(person: DemoPerson, { kind, serial, model, name, bound, lastSeen, revoked }: DemoDevice, story: Story) {
  const { brand } = person
  return {
    id: deviceIdOf(brand, serial),
    brand,
    subjectId: subjectIdOf(person),
    unitId: kind === 'phone' ? null : unitIdOf(brand, serial),
    kind,
    serial,
    model,
    name,
    boundAt: story.ago(bound, 11),
    lastSeenAt: story.ago(lastSeen, 21.5),
    revokedAt: revoked === undefined ? null : story.ago(revoked, 18),
    senderId: kind === 'phone' ? `demo ${serial}` : null,
  }
}

/** What the apps on the person's phones may use, as the person switched it. */
export async function seedPermittedUses(person: DemoPerson, story: Story): Promise<void> {
  for (const { serial, bound, allowed = [] } of person.devices) {
    for (const name of allowed) {
      const [permission = '', use = ''] = name.split('.')
      const deviceId = deviceIdOf(person.brand, serial)
      await heldAt(story.ago(bound, 11.2), () =>
        permitUse(personGrant('devices:permit', person), {
          deviceId,
          permission,
          use,
          wanted: 'on',
          locale: person.locale,
        }),
      )
    }
  }
}

import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import type { Manifest } from '#lib/brands/index.ts'

export type OperatingSystem = Manifest['permissions'][number]['systems'][number]

/** A phone of the person, with what its app may use. */
export interface PhoneView {
  readonly id: string
  readonly name: string
  readonly model: string
  /** As far as the model tells. */
  readonly system: OperatingSystem
  /** `permission.use` of everything that is allowed; all else is off. */
  readonly allowed: ReadonlySet<string>
}

/** The phones that are linked now, newest first, with the uses allowed on each. */
export async function listPhones(grant: Grant<'consents:view' | 'devices:view'>): Promise<PhoneView[]> {
  return inScope(grant, async (tx) => {
    const of = { brand: grant.brand, subjectId: subjectOf(grant) }
    const phones = await tx.device.findMany({
      where: { ...of, kind: 'phone', revokedAt: null },
      orderBy: [{ boundAt: 'desc' }, { id: 'desc' }],
      take: 50,
      select: { id: true, name: true, model: true },
    })
    const allowed = await tx.devicePermission.findMany({
      where: { ...of, granted: true, deviceId: { in: phones.map(({ id }) => id) } },
      select: { deviceId: true, permission: true, use: true },
    })
    return phones.map((phone) => ({
      ...phone,
      system: systemOf(phone.model),
      allowed: new Set(allowed.filter((row) => row.deviceId === phone.id).map((row) => `${row.permission}.${row.use}`)),
    }))
  })
}

function systemOf(model: string): OperatingSystem {
  if (/iphone|ipad|\bios\b/i.test(model)) return 'ios'
  return /harmony|huawei|mate \d|pura/i.test(model) ? 'harmonyos' : 'android'
}

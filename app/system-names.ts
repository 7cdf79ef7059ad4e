import type { DevicePermission } from '#lib/brands/index.ts'

const WRITTEN_LIKE = { android: /^(android|com)\./, ios: /^(NS|Privacy)/, harmonyos: /^ohos\./ } as const

/** By which names one operating system knows a permission that several have. */
export function systemNames(permission: DevicePermission, system: DevicePermission['systems'][number]): string[] {
  if (permission.systems.length === 1) return permission.systemNames
  return permission.systemNames.filter((name) => WRITTEN_LIKE[system].test(name))
}

import { type Permission, permissionRow, STAFF_ROLES } from '#lib/access/index.ts'

/** Where somebody proves once more who they are: people in their brand, staff on a page of their own. */
export function confirmPath(permission: Permission, brand: string, next: string): string {
  return `${isStaffOnly(permission) ? '/staff' : `/${brand}/me`}/confirm?next=${encodeURIComponent(next)}`
}

export function isStaffOnly(permission: Permission): boolean {
  return permissionRow(permission).holders.every((holder) => STAFF_ROLES.some((role) => role === holder))
}

/** Where whoever may have the permission signs in: staff also for what they did on a person's behalf. */
export function signInPath(staff: boolean, brand: string, query: Readonly<Record<string, string>>): string {
  return `${staff ? '/staff' : `/${brand}`}/sign-in?${new URLSearchParams(query)}`
}

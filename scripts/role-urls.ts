import { createHmac } from 'node:crypto'
import { EnvironmentError } from '#lib/platform/environment.ts'
import { type RolePasswords, roleUrl } from '#prisma/prepare-database.ts'

type Variables = Record<string, string>

/** The login roles' passwords follow from one secret, so that there is nothing more to keep. */
export function rolePasswords(variables: Variables): RolePasswords {
  const secret = variables.DATABASE_ROLE_SECRET ?? variables.NEXTAUTH_SECRET
  if (!secret) throw new EnvironmentError(['The environment variable NEXTAUTH_SECRET is missing.'])
  const password = (role: string) => createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
  return { app: password('app'), staff: password('staff'), system: password('system'), queue: password('queue') }
}

/** The variables with the addresses of the four login roles at the owner's database. */
export function withRoleUrls(variables: Variables, ownerUrl: string): Variables {
  const passwords = rolePasswords(variables)
  return {
    ...variables,
    DATABASE_APP_URL: roleUrl(ownerUrl, 'app', passwords.app),
    DATABASE_STAFF_URL: roleUrl(ownerUrl, 'staff', passwords.staff),
    DATABASE_SYSTEM_URL: roleUrl(ownerUrl, 'system', passwords.system),
    DATABASE_QUEUE_URL: roleUrl(ownerUrl, 'queue', passwords.queue),
  }
}

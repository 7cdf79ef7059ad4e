import { notFound, redirect } from 'next/navigation'
import { type Grant, issueGrant, type Permission } from '#lib/access/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import type { Visitor } from '#lib/identity/index.ts'
import { clientAddress, clientName } from './client-address.ts'
import { localPath } from './current-path.ts'
import { currentSession } from './current-session.ts'
import { currentToken } from './current-token.ts'
import { requestLocale } from './locale.ts'

/** Where the current request comes from, for the list of sign-ins. */
export async function currentVisitor(): Promise<Visitor> {
  return {
    address: await clientAddress(),
    client: await clientName(),
    locale: await requestLocale(),
    session: await currentToken(),
  }
}

/** A grant for whoever stands outside, whether or not somebody is signed in in this browser; '' for no brand. */
export function visitorGrant<P extends Permission>(permission: P, brand: string): Grant<P> {
  return issueGrant({ kind: 'anonymous', brand }, permission, { brand })
}

/** The door of a page for people outside: whoever is signed in with this brand already goes on to `next`. */
export async function requireVisitor<P extends Permission>(
  permission: P,
  brand: string,
  next: string | undefined,
): Promise<Grant<P>> {
  if (!findManifest(brand)) notFound()
  const session = await currentSession()
  if (session?.actor.kind === 'person' && session.actor.brand === brand) redirect(localPath(next, `/${brand}/me`))
  return visitorGrant(permission, brand)
}

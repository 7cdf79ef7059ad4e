import type { AuthOptions } from 'next-auth'
import { findSessionActor, issueGrant } from '#lib/access/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { log } from '#lib/platform/log.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { SignIn } from '../schema.ts'
import { type SessionToken, sessionCookie } from '../session-cookie.ts'
import { signOut } from '../sessions/sign-out.ts'
import type { Visitor } from '../visitor.ts'
import { signInWithPassword } from './sign-in-with-password.ts'

/**
 * next-auth over the same verbs, limits, session rows and cookie as the portal's own pages: /api/auth/session tells
 * the truth of the row, /api/auth/signout ends it, and credentials go through `signInWithPassword`.
 */
export function nextAuthOptions(visitor: () => Promise<Visitor>): AuthOptions {
  const { NEXTAUTH_SECRET, PUBLIC_URL } = environment()
  // next-auth reads its own address from here, and else from what a client claims.
  process.env.NEXTAUTH_URL = PUBLIC_URL
  const cookie = sessionCookie()
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: cookie.options.maxAge },
    jwt: { secret: NEXTAUTH_SECRET, maxAge: cookie.options.maxAge },
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: { name: cookie.name, options: cookie.options } },
    pages: { signIn: '/', error: '/' },
    logger: {
      error: (code) => log.info({ code }, 'next-auth refused'),
      warn: (code) => log.info({ code }, 'next-auth warned'),
      debug: () => undefined,
    },
    providers: [
      {
        id: 'credentials',
        name: 'Openbook',
        type: 'credentials',
        credentials: { brand: {}, identifier: {}, password: {} },
        authorize: async (given) => authorize(given, await visitor()),
      },
    ],
    callbacks: {
      async jwt({ token, user }) {
        const held = user ? tokenOf(user.id) : { id: String(token.sub ?? ''), secret: String(token.secret ?? '') }
        const view = await findView(held)
        if (!view) throw new Error('this session has ended')
        return { sub: held.id, secret: held.secret }
      },
      async session({ session, token }) {
        const view = await findView({ id: String(token.sub ?? ''), secret: String(token.secret ?? '') })
        return { expires: session.expires, user: { name: view?.displayName ?? null } }
      },
    },
    events: {
      async signOut({ token }) {
        const actor = (await findView({ id: String(token.sub ?? ''), secret: String(token.secret ?? '') }))?.actor
        if (actor?.kind === 'person') await signOut(issueGrant(actor, 'sessions:end', { brand: actor.brand }))
        if (actor?.kind === 'staff') await signOut(issueGrant(actor, 'staff:sign-out', { brand: '' }))
      },
    },
  }
}

async function authorize(given: Record<string, string> | undefined, visitor: Visitor) {
  const input = SignIn.safeParse(given)
  const brand = given?.brand ?? ''
  if (!input.success || !findManifest(brand)) return null
  try {
    const grant = issueGrant({ kind: 'anonymous', brand }, 'identity:sign-in', { brand })
    const token = await signInWithPassword(grant, input.data, visitor)
    // A user of next-auth has one id to carry what its token is made of.
    return { id: `${token.id} ${token.secret}` }
  } catch (fault) {
    if (fault instanceof Refusal) return null
    throw fault
  }
}

function tokenOf(carried: string): SessionToken {
  const [id = '', secret = ''] = carried.split(' ')
  return { id, secret }
}

async function findView({ id, secret }: SessionToken) {
  return id && secret ? findSessionActor(id, sha256(secret)) : null
}

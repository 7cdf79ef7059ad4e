import { v7 as uuid } from 'uuid'
import { clock } from '#lib/platform/clock.ts'
import { randomToken, sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { SessionToken } from '../session-cookie.ts'
import type { Visitor } from '../visitor.ts'

/** Hours after which a session ends even when it is used all the time (ASVS 7.3.2). */
const ABSOLUTE_HOURS = { person: 12, staff: 8 }

export type SessionOwner = { readonly brand: string; readonly subject: string } | { readonly staff: string }

/**
 * Starts a session with a new secret and ends the one that the browser held before, whoever's it was (ASVS 7.2.4).
 * Only the digest of the secret is kept.
 */
export async function openSession(tx: Tx, owner: SessionOwner, visitor: Visitor): Promise<SessionToken> {
  const now = clock.now()
  if (visitor.session) {
    await tx.session.updateMany({
      where: { id: visitor.session.id, tokenHash: sha256(visitor.session.secret), revokedAt: null },
      data: { revokedAt: now },
    })
  }
  const token: SessionToken = { id: uuid(), secret: randomToken() }
  const staff = 'staff' in owner
  await tx.session.create({
    data: {
      id: token.id,
      brand: staff ? null : owner.brand,
      subjectId: staff ? null : owner.subject,
      staffId: staff ? owner.staff : null,
      tokenHash: sha256(token.secret),
      client: visitor.client.slice(0, 200),
      ip: visitor.address,
      createdAt: now,
      authenticatedAt: now,
      lastSeenAt: now,
      expiresAt: clock.inMinutes(60 * ABSOLUTE_HOURS[staff ? 'staff' : 'person']),
    },
    select: { id: true },
  })
  return token
}

/** Gives a session a new secret and counts it as just proven; the old cookie no longer opens anything. */
export async function rotateSession(tx: Tx, sessionId: string): Promise<SessionToken> {
  const secret = randomToken()
  await tx.session.update({
    where: { id: sessionId },
    data: { tokenHash: sha256(secret), authenticatedAt: clock.now(), lastSeenAt: clock.now() },
    select: { id: true },
  })
  return { id: sessionId, secret }
}

/** Ends the sessions of a person, all but one where one is to stay; answers how many were open. */
export async function endSessionsOf(tx: Tx, subject: string, keep: string | null): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { subjectId: subject, revokedAt: null, ...(keep ? { id: { not: keep } } : {}) },
    data: { revokedAt: clock.now() },
  })
  return count
}

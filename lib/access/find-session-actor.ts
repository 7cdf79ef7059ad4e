import { findManifest, policyToAgreeTo } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { type Actor, STAFF_ROLES, type StaffRole } from './actor.ts'
import type { KeptFormRow } from './keep-form.ts'

/** Minutes without a request after which a session ends (ASVS 7.3.1). */
const IDLE_MINUTES = { person: 60, staff: 15 }
// Written at most once a minute, so that reading pages does not write on each request.
const SEEN_EVERY_MINUTES = 1

/** Who a session belongs to, with what every page shows of them. */
export interface SessionView {
  readonly actor: Extract<Actor, { kind: 'person' | 'staff' }>
  readonly displayName: string
  /** How a person wants to be called; null for staff and for whoever gave no name. */
  readonly nickname: string | null
  /** What the person is called for whom staff act. */
  readonly actingFor: string | null
  readonly locale: string | null
  /** Whether its browser asked not to be tracked when it was seen last. */
  readonly signalled: boolean
  /** Announcements that the person, or whoever staff act for, was told of and has not read. */
  readonly unread: number
  /** A form that waits for them to prove who they are. */
  readonly kept: KeptFormRow | null
}

interface Row {
  id: string
  brand: string | null
  subject_id: string | null
  staff_id: string | null
  authenticated_at: Date
  last_seen_at: Date
  signalled_at: Date | null
  state: string | null
  ref: string | null
  locale: string | null
  nickname: string | null
  staff_name: string | null
  role: string | null
  support_id: string | null
  support_brand: string | null
  support_subject: string | null
  support_reason: string | null
  support_ends_at: Date | null
  support_person: string | null
  accepted: string[]
  unread: number
  kept_form: Uint8Array | null
}

/**
 * The actor of a session row, or null when it was revoked, ran out, was idle too long, or its account may no longer
 * sign in. Asked on every request, so that a revocation or a change of role counts at once; therefore one statement.
 */
export async function findSessionActor(sessionId: string, tokenHash: Uint8Array): Promise<SessionView | null> {
  const now = clock.now()
  const [row] = await database('system').$queryRaw<Row[]>`
    SELECT s.id, s.brand, s.subject_id, s.staff_id, s.authenticated_at, s.last_seen_at, s.signalled_at,
           CASE WHEN s.kept_form_until > ${now} THEN s.kept_form END AS kept_form,
           a.state, a.ref, a.locale, p.fields->>'nickname' AS nickname,
           m.display_name AS staff_name, m.role,
           h.id AS support_id, h.brand AS support_brand, h.subject_id AS support_subject, h.reason AS support_reason,
           h.ends_at AS support_ends_at, coalesce(hp.fields->>'nickname', ha.ref) AS support_person,
           ARRAY(SELECT version FROM policy_acceptance v WHERE v.brand = s.brand AND v.subject_id = s.subject_id) AS accepted,
           (SELECT count(*)::int FROM announcement_delivery n WHERE n.brand = coalesce(s.brand, h.brand)
             AND n.subject_id = coalesce(s.subject_id, h.subject_id) AND n.seen_at IS NULL) AS unread
    FROM session s
    LEFT JOIN account a ON a.id = s.subject_id
    LEFT JOIN profile p ON p.subject_id = a.id
    LEFT JOIN staff_member m ON m.id = s.staff_id AND m.disabled_at IS NULL
    LEFT JOIN support_session h ON h.staff_id = m.id AND h.ended_at IS NULL AND h.ends_at > ${now}
    LEFT JOIN account ha ON ha.id = h.subject_id
    LEFT JOIN profile hp ON hp.subject_id = ha.id
    WHERE s.id = ${sessionId}::uuid AND s.token_hash = ${tokenHash} AND s.revoked_at IS NULL AND s.expires_at > ${now}`
  if (!row) return null
  const view = row.staff_id ? staffView(row) : personView(row)
  if (!view) return null
  const idle = (now.getTime() - row.last_seen_at.getTime()) / 60_000
  if (idle > IDLE_MINUTES[view.actor.kind]) return null
  if (idle > SEEN_EVERY_MINUTES)
    await database('system').session.update({ where: { id: row.id }, data: { lastSeenAt: now }, select: { id: true } })
  return view
}

function personView(row: Row): SessionView | null {
  if (!row.brand || !row.subject_id || (row.state !== 'active' && row.state !== 'closing')) return null
  return {
    actor: {
      kind: 'person',
      id: row.subject_id,
      brand: row.brand,
      sessionId: row.id,
      authenticatedAt: row.authenticated_at,
      closing: row.state === 'closing',
      agreementDue: isAgreementDue(row.brand, row.accepted),
    },
    displayName: row.nickname ?? row.ref ?? '',
    nickname: row.nickname,
    actingFor: null,
    locale: row.locale,
    signalled: row.signalled_at !== null,
    unread: row.unread,
    kept: row.kept_form && { sessionId: row.id, sealed: row.kept_form },
  }
}

function isAgreementDue(brand: string, accepted: readonly string[]): boolean {
  const manifest = findManifest(brand)
  return manifest !== null && policyToAgreeTo(manifest, accepted, clock.now()) !== null
}

function staffView(row: Row): SessionView | null {
  if (!row.staff_id || !isStaffRole(row.role)) return null
  return {
    actor: {
      kind: 'staff',
      id: row.staff_id,
      name: row.staff_name ?? '',
      role: row.role,
      sessionId: row.id,
      authenticatedAt: row.authenticated_at,
      support: supportScope(row),
    },
    displayName: row.staff_name ?? '',
    nickname: null,
    actingFor: row.support_person,
    locale: null,
    signalled: false,
    unread: row.unread,
    kept: row.kept_form && { sessionId: row.id, sealed: row.kept_form },
  }
}

function supportScope(row: Row) {
  if (!row.support_id || !row.support_brand || !row.support_subject || !row.support_ends_at) return null
  return {
    id: row.support_id,
    brand: row.support_brand,
    subject: row.support_subject,
    reason: row.support_reason ?? '',
    endsAt: row.support_ends_at,
  }
}

function isStaffRole(role: string | null): role is StaffRole {
  return STAFF_ROLES.some((known) => known === role)
}

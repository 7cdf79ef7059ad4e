import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest, isRefusable, type Manifest, type Recipient } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { recipientAnnounced } from './events.ts'
import { fingerprint } from './fingerprint.ts'
import { tellAffected } from './tell-affected.ts'

type AnnounceGrant = Grant<'recipients:announce'>

/**
 * Compares each brand's register with what was announced last, and asks whom a new or changed entry affects (ENB-05,
 * WBP-09): whoever allowed one of its purposes, or everybody of the brand where it works for a necessary one. The first
 * time, the register is taken as it is: everybody saw it when they signed up. Repeating it asks and writes to nobody twice.
 */
export async function announceRecipients(
  grant: AnnounceGrant,
  manifests: readonly Manifest[] = BRAND_KEYS.map(getManifest),
): Promise<void> {
  for (const manifest of manifests) {
    await inScope(grant, (tx) => announceRegister(tx, grant, manifest))
    await tellAffected(grant, manifest)
  }
}

async function announceRegister(tx: Tx, grant: AnnounceGrant, manifest: Manifest): Promise<void> {
  const { key: brand, recipients } = manifest
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`recipients ${brand}`}, 0))`
  const known = await tx.$queryRaw<{ recipient: string; fingerprint: Uint8Array; kind: string }[]>`
    SELECT DISTINCT ON (recipient) recipient, fingerprint, kind FROM recipient_announcement
    WHERE brand = ${brand} ORDER BY recipient, announced_at DESC, id DESC`
  const last = new Map(known.map((row) => [row.recipient, row]))
  for (const recipient of recipients) {
    const before = last.get(recipient.key)
    const now = fingerprint(recipient)
    const there = before && before.kind !== 'removed'
    if (there && now.equals(before.fingerprint)) continue
    const kind = known.length === 0 ? 'first' : there ? 'changed' : 'new'
    await announce(tx, brand, { recipient: recipient.key, fingerprint: now, kind })
    if (kind === 'first') continue
    const asked = await askAffected(tx, manifest, recipient, kind, now)
    await audit.record(tx, grant, recipientAnnounced(`${brand}/${recipient.key}`, kind, asked))
  }
  const present = new Set(recipients.map(({ key }) => key))
  for (const gone of known.filter(({ recipient, kind }) => kind !== 'removed' && !present.has(recipient))) {
    await announce(tx, brand, { ...gone, kind: 'removed' })
    await tx.recipientAsk.deleteMany({ where: { brand, recipient: gone.recipient, answeredAt: null } })
  }
}

async function announce(
  tx: Tx,
  brand: string,
  entry: { readonly recipient: string; readonly fingerprint: Uint8Array; readonly kind: string },
): Promise<void> {
  const { recipient, kind } = entry
  await tx.recipientAnnouncement.create({
    data: { brand, recipient, kind, fingerprint: Uint8Array.from(entry.fingerprint), announcedAt: clock.now() },
    select: { id: true },
  })
}

/** Asks, and takes back what was asked about the entry as it was before. */
async function askAffected(
  tx: Tx,
  manifest: Manifest,
  recipient: Recipient,
  kind: 'new' | 'changed',
  digest: Buffer<ArrayBuffer>,
): Promise<number> {
  const { key: brand } = manifest
  await tx.recipientAsk.deleteMany({ where: { brand, recipient: recipient.key, answeredAt: null } })
  const kinds = new Map(manifest.purposes.map((purpose) => [purpose.key, purpose.kind]))
  const optional = recipient.purposes.every((key) => kinds.get(key) === 'optional') ? recipient.purposes : []
  const refused = isRefusable(recipient) ? `recipient:${recipient.key}` : ''
  return tx.$executeRaw`
    INSERT INTO recipient_ask (id, brand, subject_id, recipient, fingerprint, kind, asked_at)
    SELECT gen_random_uuid(), a.brand, a.id, ${recipient.key}, ${digest}, ${kind}, ${clock.now()}
    FROM account a
    WHERE a.brand = ${brand} AND a.state IN ('active', 'closing')
      AND (cardinality(${optional}::text[]) = 0 OR EXISTS (
        SELECT 1 FROM unnest(${optional}::text[]) AS p(purpose) WHERE 'granted' = (
          SELECT c.decision FROM consent_record c
          WHERE c.brand = a.brand AND c.subject_id = a.id AND c.purpose = p.purpose
          ORDER BY c.decided_at DESC, c.id DESC LIMIT 1)))
      AND coalesce((
        SELECT c.decision FROM consent_record c
        WHERE c.brand = a.brand AND c.subject_id = a.id AND c.purpose = ${refused}
        ORDER BY c.decided_at DESC, c.id DESC LIMIT 1), 'granted') = 'granted'
    ON CONFLICT DO NOTHING`
}

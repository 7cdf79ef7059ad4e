import type { StoreOutcome } from './meter.ts'

/** A record by its sender's id and the digest of what it says. */
export interface KnownRecord {
  readonly senderId: string
  readonly hash: string
}

/**
 * What became of each record of a batch, given those that were written just now. For the others, those of the same
 * sender's id are looked up once: the same content is a repetition, other content a reused id, and none at all means
 * that the record's place was taken under another id.
 */
export async function judgeRecords(
  records: readonly KnownRecord[],
  stored: readonly KnownRecord[],
  findKnown: (senderIds: readonly string[]) => Promise<KnownRecord[]>,
): Promise<StoreOutcome[]> {
  const fresh = new Map(stored.map(({ senderId, hash }) => [senderId, hash]))
  const left = records.filter(({ senderId }) => !fresh.has(senderId)).map(({ senderId }) => senderId)
  const before = new Map((left.length > 0 ? await findKnown(left) : []).map(({ senderId, hash }) => [senderId, hash]))
  const claimed = new Set<string>()
  return records.map(({ senderId, hash }) => {
    if (fresh.get(senderId) === hash && !claimed.has(senderId)) {
      claimed.add(senderId)
      return { outcome: 'stored' }
    }
    const known = fresh.get(senderId) ?? before.get(senderId)
    if (known === undefined) return { outcome: 'refused', reason: 'interval_taken' }
    return known === hash ? { outcome: 'duplicate' } : { outcome: 'refused', reason: 'sender_id_reused' }
  })
}

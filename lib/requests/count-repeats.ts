import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { RequestKind } from './schema.ts'

const DAYS = 365
/** Whoever asks or complains again has another matter; it is rights that can be asked for too often. */
const NEVER_REPEATED: ReadonlySet<RequestKind> = new Set(['inquiry', 'complaint', 'child_report'])

/** How often the same person asked for the same in the year before (WBP-20). What they took back does not count. */
export async function countRepeats(
  tx: Tx,
  who: { readonly brand: string } & (
    | { readonly subjectId: string }
    | { readonly contactIndex: Uint8Array<ArrayBuffer> }
  ),
  kind: RequestKind,
): Promise<number> {
  if (NEVER_REPEATED.has(kind)) return 0
  return tx.rightsRequest.count({
    where: { ...asked(who), kind, state: { not: 'withdrawn' }, openedAt: { gt: clock.inDays(-DAYS) } },
  })
}

function asked({ brand, ...who }: Parameters<typeof countRepeats>[1]) {
  return 'subjectId' in who ? { brand, subjectId: who.subjectId } : { brand, contactIndex: who.contactIndex }
}

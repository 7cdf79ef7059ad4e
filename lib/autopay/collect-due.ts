import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { collectBill } from './collect-bill.ts'
import { followCharge } from './follow-charge.ts'

const AT_ONCE = 500

/**
 * Takes what is due from kept cards: of each bill whose time has come one attempt is written and its charge enqueued.
 * Also takes up charges that ended without anybody having drawn the conclusion. Any number may run at once.
 * @returns how many attempts were begun
 */
export async function collectDue(grant: Grant<'autopay:run'>): Promise<number> {
  for (const paymentId of await findEnded(grant)) await followCharge(grant, { paymentId })
  let begun = 0
  for (const { billId, brand, subject } of await findDue(grant)) {
    const own = systemGrant('autopay.collect', 'autopay:run', { brand, subject })
    try {
      begun += await collectBill(own, billId)
    } catch (fault) {
      log.error({ bill: billId, fault }, 'a bill could not be collected; it is tried again')
    }
  }
  return begun
}

function findDue(grant: Grant<'autopay:run'>) {
  return inScope(
    grant,
    (tx) => tx.$queryRaw<{ billId: string; brand: string; subject: string }[]>`
      SELECT bill_id AS "billId", brand, subject_id AS subject FROM collection
      WHERE state IN ('announced', 'waiting') AND next_at <= ${clock.now()} AND subject_id IS NOT NULL
      ORDER BY next_at, bill_id LIMIT ${AT_ONCE}`,
  )
}

async function findEnded(grant: Grant<'autopay:run'>): Promise<string[]> {
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM collection c JOIN payment p ON p.bill_id = c.bill_id AND p.way = 'saved' AND p.attempt = c.attempts
      WHERE c.state = 'charging' AND c.changed_at < ${clock.inMinutes(-5)}
        AND p.state IN ('succeeded', 'failed', 'abandoned') LIMIT ${AT_ONCE}`,
  )
  return rows.map(({ id }) => id)
}

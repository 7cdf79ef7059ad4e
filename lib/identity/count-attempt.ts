import { limitRate } from '#lib/access/index.ts'
import { blindIndex } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { networkOf } from '#lib/platform/network/index.ts'

const MINUTES = 15
const TIMES = { address: 50, account: 10 }

/** The two counters that an attempt to prove who one is goes through. */
export interface Attempt {
  readonly address: string
  readonly account: string
}

/**
 * Counts an attempt for the address and for the account, existing or not, before anything is looked up; a right proof
 * gives it back (`forgiveAttempt`). So a right password does not open an account that is locked out.
 * @throws Refusal `web.rate_limited`
 */
export async function countAttempt(brand: string, address: string, named: string): Promise<Attempt> {
  const attempt = {
    address: `attempt address ${digest(brand, networkOf(address))}`,
    account: `attempt account ${digest(brand, named.normalize('NFKC').toLowerCase())}`,
  }
  await limitRate(attempt.address, { times: TIMES.address, minutes: MINUTES })
  await limitRate(attempt.account, { times: TIMES.account, minutes: MINUTES })
  return attempt
}

/** After a right proof: the account starts afresh, the address gets this one attempt back. */
export async function forgiveAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  await tx.rateBucket.deleteMany({ where: { key: attempt.account } })
  await tx.rateBucket.updateMany({ where: { key: attempt.address }, data: { count: { decrement: 1 } } })
}

/**
 * Counts a request that sends something, for the address it comes from.
 * @throws Refusal `web.rate_limited`
 */
export async function limitAddress(brand: string, address: string): Promise<void> {
  await limitRate(`codes address ${digest(brand, networkOf(address))}`, { times: 60, minutes: 60 })
}

// Addresses and names do not lie about in the clear.
function digest(brand: string, value: string): string {
  return blindIndex(`attempt ${brand}`, value).toString('hex')
}

import type { Category } from '#lib/brands/index.ts'
import type { KeptUntil } from './schema.ts'

const DAY = 86_400_000

/**
 * When the retention rule of a category ends for a row (WEA-04).
 * @param rowAt the time of the row
 * @param closesAt when the account is or will be erased, where it is being closed
 */
export function keptUntil(category: Pick<Category, 'retention'>, rowAt: Date, closesAt: Date | null): KeptUntil {
  const { rule, days = 0, keptGround } = category.retention
  switch (rule) {
    case 'days': {
      const at = new Date(rowAt.getTime() + days * DAY)
      // Without a ground to keep it, nothing outlives the account.
      return { kind: 'on', at: closesAt && !keptGround && closesAt < at ? closesAt : at }
    }
    case 'account':
      return closesAt ? { kind: 'on', at: closesAt } : { kind: 'account' }
    case 'after_closing':
      return closesAt ? { kind: 'on', at: new Date(closesAt.getTime() + days * DAY) } : { kind: 'after_closing', days }
  }
}

import type { StaffActor } from '#lib/access/index.ts'
import type { PaymentWorld } from '../payment-world.ts'

/** What a run did, by kind. */
export type TortureCounts = Record<string, number>

export interface Stand {
  readonly world: PaymentWorld
  readonly counts: TortureCounts
  readonly staff: Readonly<Record<'support' | 'data_operator' | 'security_manager', StaffActor>>
}

export function count({ counts }: Stand, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1
}

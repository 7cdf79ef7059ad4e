/**
 * How far the telling of one recipient has come. `sent`: taken, and not confirmed yet. `retrying`: not taken, and tried
 * again. `failed`: given up, for staff to look at. `superseded`: a newer decision about the same made it pointless.
 */
export const DELIVERY_STATES = ['queued', 'sent', 'confirmed', 'retrying', 'failed', 'superseded'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Under way: these are what an attempt may begin from. */
export const UNDER_WAY: readonly DeliveryState[] = ['queued', 'sent', 'retrying']

/** From which states each state may be reached. */
export const DELIVERY_MAY_COME_FROM: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  queued: ['failed'],
  sent: UNDER_WAY,
  confirmed: UNDER_WAY,
  retrying: UNDER_WAY,
  failed: UNDER_WAY,
  superseded: [...UNDER_WAY, 'failed'],
}

// Seconds before the second attempt, the third and so on: some two days in all.
const PAUSES = [5, 30, 120, 600, 3_600, 14_400, 43_200, 86_400]

/** The pause after so many attempts; null when it is time to give up. */
export function pauseAfter(attempts: number): number | null {
  return PAUSES[attempts - 1] ?? null
}

import { z } from 'zod'

/** Why a person's period is not billed yet. */
export const HOLD_REASONS = ['no_readings', 'fault'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** The bill that stays as it is. */
export const DismissCorrection = z.object({ billId: z.uuid() })
export type DismissCorrection = z.output<typeof DismissCorrection>

import { z } from 'zod'

/** The key of the brand, typed by hand: nobody stops one by a slip. */
export const StartWindDown = z.object({ confirm: z.string().trim().max(60) })
export type StartWindDown = z.output<typeof StartWindDown>

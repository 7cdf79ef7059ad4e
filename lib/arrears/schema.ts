import { z } from 'zod'

/** Whether reminders are sent; what the law asks for is sent all the same. */
export const ChooseReminders = z.object({ reminders: z.enum(['on', 'off']) })
export type ChooseReminders = z.output<typeof ChooseReminders>

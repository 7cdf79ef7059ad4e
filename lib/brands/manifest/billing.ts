import { z } from 'zod'
import { Day, DecimalText } from './values.ts'

/** What comes after the due date, each once; its words are in the catalogue. */
export const ARREARS_STAGES = ['reminder', 'second_reminder', 'formal_notice', 'interruption_notice'] as const

export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written as 21:00')

export const Arrears = z.strictObject({
  /** In the last so many days before a bill is to be paid it counts as due. */
  dueWithinDays: z.int().min(0).max(30),
  stages: z
    .array(
      z.strictObject({
        key: z.enum(ARREARS_STAGES),
        /** Days after the day by which something was to be paid. */
        daysAfter: z.int().min(1).max(365),
        /** The law asks for it, so that nobody can switch it off. */
        legal: z.boolean(),
      }),
    )
    .min(1),
  /** In the brand's zone; nobody is written to between the two (ENB-17). */
  quiet: z.strictObject({ from: TimeOfDay, until: TimeOfDay }),
})

/** For how long a bill is, and how long it waits for readings that come late. */
export const BillingRhythm = z.strictObject({
  /** Whole months, counted from the beginning of the year. */
  months: z.literal([1, 2, 3, 6, 12]),
  /** Days after the end of a period until its bills are made, from estimates where something is missing. */
  waitDays: z.int().min(0).max(60),
})

/** What somebody who cannot pay in time may have without asking anybody; nothing where it is left out. */
export const PayLater = z.strictObject({
  extension: z
    .strictObject({
      /** Days after the due date. */
      days: z.int().positive().max(90),
      perYear: z.int().positive(),
    })
    .optional(),
  arrangement: z
    .strictObject({
      most: z.int().min(2).max(24),
      everyDays: z.int().positive(),
      /** The least that one instalment comes to, in minor units of the brand's currency. */
      leastMinor: z.int().positive(),
      /** So many days after an instalment was missed the arrangement is broken. */
      graceDays: z.int().min(0),
      /** How many a person may have at a time. */
      atOnce: z.int().positive(),
    })
    .optional(),
})

/** Paying bills by a card that was kept, without the person. */
export const Autopay = z.strictObject({
  /** Days between telling the person of a charge and making it. */
  noticeDays: z.int().min(1).max(30),
  /** How many days before a bill is to be paid it can be taken at the earliest. */
  mostDaysBefore: z.int().min(0).max(30),
  /** In the brand's zone: when on its day a charge is made. */
  at: TimeOfDay,
  /** After a refusal that may pass: the days after the first attempt on which it is tried again. Then it is given up. */
  retryDays: z.array(z.int().min(1).max(60)).max(10),
})

export const GasEnergy = z.strictObject({
  from: Day,
  /** Megajoules in a cubic metre, as the network announced it. */
  calorificMj: DecimalText,
  /** From the conditions at the meter to standard ones. */
  correction: DecimalText,
})

export type ArrearsStage = z.output<typeof Arrears>['stages'][number]

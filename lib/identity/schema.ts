import { z } from 'zod'
import { writtenDay } from '#lib/platform/calendar/written-day.ts'

export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 128
export const CODE_LENGTH = 6

const Written = z.string().trim().max(254)
const Password = z.string().max(1_000)
/** Spaces and dashes are how people copy a code. */
const Code = z
  .string()
  .transform((written) => written.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'identity.code_form'))
const Ticket = z.uuid()
const Next = z.string().max(2_000).optional()

/** The details of a sign-up, as every brand's form sends them; the manifest says which of them count. */
export const SignUp = z.object({
  account_name: Written.optional(),
  email: Written.optional(),
  phone: Written.optional(),
  /** Mail address or phone number, where one of them is enough. */
  contact: Written.optional(),
  password: Password.optional(),
  birthDate: z.string().trim().max(10).optional(),
  ofAge: z.literal('on').optional(),
  accept: z.literal('on').optional(),
  policyVersion: z.string().max(60).optional(),
  /** The third-party app through which the person came (ECH-11). */
  app: z.string().max(60).optional(),
  next: Next,
})
export type SignUp = z.output<typeof SignUp>

/** A child, or somebody for it, asks a parent or guardian to agree (ENB-15). */
export const AskGuardian = z.object({
  /** By which the child will sign in. */
  child: Written.min(1),
  birthDate: writtenDay('identity.birth_date'),
  guardian: z.email('identity.email_form').max(254),
})
export type AskGuardian = z.output<typeof AskGuardian>

export const DecideAsGuardian = z
  .object({
    token: z.string().min(20).max(100),
    decision: z.enum(['agreed', 'refused']),
    sure: z.literal('on').optional(),
  })
  .refine(({ decision, sure }) => decision === 'refused' || sure, {
    path: ['sure'],
    error: 'identity.guardian_not_sure',
  })
export type DecideAsGuardian = z.output<typeof DecideAsGuardian>

/** The code that was sent, and the ticket that says for what. */
export const EnterCode = z.object({ ticket: Ticket, code: Code, next: Next })
export type EnterCode = z.output<typeof EnterCode>

export const AskAgain = z.object({ ticket: Ticket, next: Next })
export type AskAgain = z.output<typeof AskAgain>

export const SignIn = z.object({
  identifier: Written.min(1),
  password: Password.min(1),
  next: Next,
})
export type SignIn = z.output<typeof SignIn>

export const AskForCode = z.object({ identifier: Written.min(1), next: Next })
export type AskForCode = z.output<typeof AskForCode>

export const ResetPassword = z.object({ ticket: Ticket, code: Code, newPassword: Password.min(1) })
export type ResetPassword = z.output<typeof ResetPassword>

export const ConfirmByPassword = z.object({ password: Password.min(1), next: Next })
export type ConfirmByPassword = z.output<typeof ConfirmByPassword>

export const SendCode = z.object({ next: Next })
export type SendCode = z.output<typeof SendCode>

export const ChangePassword = z.object({ newPassword: Password.min(1) })
export type ChangePassword = z.output<typeof ChangePassword>

const Kind = z.enum(['account_name', 'email', 'phone'])
export const ChangeIdentifier = z.object({ kind: Kind, value: Written.min(1) })
export type ChangeIdentifier = z.output<typeof ChangeIdentifier>

export const RemoveIdentifier = z.object({ kind: Kind })
export type RemoveIdentifier = z.output<typeof RemoveIdentifier>

export const EndSession = z.object({ sessionId: z.uuid() })
export type EndSession = z.output<typeof EndSession>

export const StaffSignIn = z.object({ accountName: Written.min(1), password: Password.min(1), next: Next })
export type StaffSignIn = z.output<typeof StaffSignIn>

/** A browser or app in which the account is open. */
export interface SessionRow {
  readonly id: string
  readonly client: string
  readonly ip: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** The one that asks. */
  readonly current: boolean
}

/** An attempt to sign in. */
export interface SignInRow {
  readonly id: string
  readonly occurredAt: Date
  readonly outcome: string
  readonly method: string
  readonly ip: string
  readonly client: string
}

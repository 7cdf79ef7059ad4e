import { z } from 'zod'

const Origin = z
  .string()
  .trim()
  .max(200)
  .refine((text) => text === '' || URL.canParse(text), 'agents.address_form')
  .transform((text) => (text === '' ? null : new URL(text).origin))

/** What the network's directory says of an agent (DRP 3.05.1). */
export const RegisterAgent = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[A-Z_]{2,40}$/, 'agents.key_form'),
  name: z.string().trim().min(1).max(80),
  /** The public half of an Ed25519 key, 32 bytes in base64. */
  verifyKey: z
    .string()
    .trim()
    .refine((text) => /^[A-Za-z0-9+/]{43}=?$/.test(text), 'agents.verify_key_form'),
  webUrl: z.url({ protocol: /^https?$/, error: 'agents.address_form' }).max(200),
  contact: z.email('agents.contact_form').max(254),
  /** The only place to which it is told how a request stands. */
  callbackOrigin: Origin,
})
export type RegisterAgent = z.output<typeof RegisterAgent>

export const AgentStep = z.object({ agent: z.uuid() })
export type AgentStep = z.output<typeof AgentStep>

/** An agent as staff see it. */
export interface AgentView {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly webUrl: string
  readonly contact: string
  readonly callbackOrigin: string | null
  /** The first letters of its key's digest, by which two people compare it over the phone. */
  readonly fingerprint: string
  readonly registeredAt: Date
  /** When it last fetched a token. */
  readonly pairedAt: Date | null
  readonly withdrawnAt: Date | null
}

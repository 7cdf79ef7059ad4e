import { z } from 'zod'

const Key = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is 32 bytes, written in base64url (43 characters)')
const Secret = z.string().min(16, 'has at least 16 characters')

const Endpoints = z.record(
  z.string().regex(/^(\*|[a-z0-9-]+\/[a-z0-9_]+)$/, 'names brand/recipient or *'),
  z.strictObject({
    url: z.string().regex(/^https?:\/\/\S+$/, 'is a web address'),
    secrets: z.array(z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, 'is whsec_ and a key in base64')).min(1),
  }),
)

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'is no JSON' })
    return z.NEVER
  }
}

/** Everything the portal takes from outside. Nothing has a default that would be a secret or a stand-in. */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** `demo` runs on stand-ins that `npm start` brings along; `live` demands the real parts. */
  OPENBOOK_MODE: z.enum(['demo', 'live']),
  PUBLIC_URL: z.url(),
  DATABASE_APP_URL: z.url(),
  DATABASE_STAFF_URL: z.url(),
  DATABASE_SYSTEM_URL: z.url(),
  DATABASE_QUEUE_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32, 'has at least 32 characters'),
  /** `id:key` pairs separated by commas; the first encrypts, all decrypt. */
  ENCRYPTION_KEYS: z
    .string()
    .regex(
      /^[a-z0-9]+:[A-Za-z0-9_-]{43}(,[a-z0-9]+:[A-Za-z0-9_-]{43})*$/,
      'is a list of id:key, each key 32 bytes in base64url',
    ),
  BLIND_INDEX_KEY: Key,
  STRIPE_SECRET_KEY: Secret,
  /** The current secret first, then the previous one while it is rotated. */
  STRIPE_WEBHOOK_SECRET: Secret,
  STRIPE_API_URL: z.url().optional(),
  PAYPAL_CLIENT_ID: Secret,
  PAYPAL_CLIENT_SECRET: Secret,
  PAYPAL_WEBHOOK_ID: z.string().min(1),
  PAYPAL_API_URL: z.url(),
  SMTP_URL: z.url(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
      'is an address such as Openbook <portal@mail.example>',
    ),
  SMS_API_URL: z.url(),
  SMS_API_TOKEN: Secret,
  /** Signs push messages (VAPID): a key pair of P-256 in base64url, and an address at which push services reach us. */
  VAPID_PUBLIC_KEY: z.string().regex(/^[A-Za-z0-9_-]{87}$/, 'is a public key of P-256 in base64url (87 characters)'),
  VAPID_PRIVATE_KEY: Key,
  VAPID_SUBJECT: z.string().regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, 'is mailto: and an address, or a web address'),
  /** The origins of push services to which messages may be sent, separated by commas; `*.` stands for any name. */
  PUSH_SERVICES: z
    .string()
    .default(
      'https://fcm.googleapis.com,https://updates.push.services.mozilla.com,https://*.push.apple.com,https://*.notify.windows.com',
    ),
  /**
   * Where recipients are told what a person decided: JSON of `brand/recipient` (or `*` for all others) to an address, in
   * which {brand} and {recipient} are filled in, and the secrets that sign, the newest first.
   */
  RECIPIENT_ENDPOINTS: z.string().default('{}').transform(readJson).pipe(Endpoints),
  /** Whom to tell of a security fault (RFC 9116): web addresses, `mailto:` or `tel:`, separated by commas, the best first. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^((https:\/\/|mailto:|tel:)[^\s,]+(,|$))*$/, 'is a list of https:, mailto: or tel: addresses')
    .default('')
    .transform((list) => list.split(',').filter(Boolean)),
  STORAGE_DIR: z.string().min(1),
  /** A file to which each SQL statement of a page is written; for tests of how many a page needs. */
  QUERY_LOG: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
export type Environment = z.output<typeof Environment>

/** One sentence for each variable that is missing or wrong; never its value. */
export class EnvironmentError extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.name = 'EnvironmentError'
  }
}

/**
 * Checks the variables of a process.
 * @throws {EnvironmentError}
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    throw new EnvironmentError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0] ?? '')
        return given[name] === undefined
          ? `The environment variable ${name} is missing.`
          : `The environment variable ${name} cannot be used: ${issue.message}.`
      }),
    )
  }
  const faults = liveFaults(parsed.data)
  if (faults.length > 0) throw new EnvironmentError(faults)
  return parsed.data
}

function liveFaults(environment: Environment): string[] {
  if (environment.OPENBOOK_MODE === 'demo') return []
  const faults: string[] = []
  if (!environment.PUBLIC_URL.startsWith('https://'))
    faults.push('PUBLIC_URL must begin with https:// outside demo mode.')
  if (environment.STRIPE_API_URL) faults.push('STRIPE_API_URL redirects payments and is allowed in demo mode only.')
  if (new URL(environment.PAYPAL_API_URL).protocol !== 'https:')
    faults.push('PAYPAL_API_URL must begin with https:// outside demo mode.')
  const clear = Object.values(environment.RECIPIENT_ENDPOINTS).some(({ url }) => !url.startsWith('https://'))
  if (clear) faults.push('Each address in RECIPIENT_ENDPOINTS must begin with https:// outside demo mode.')
  if (environment.PUSH_SERVICES.split(',').some((service) => !service.startsWith('https://')))
    faults.push('Each address in PUSH_SERVICES must begin with https:// outside demo mode.')
  if (/sandbox|demo/.test(environment.NEXTAUTH_SECRET)) faults.push('NEXTAUTH_SECRET is a demo secret.')
  return faults
}

let checked: Environment | undefined

/** The environment of this process, checked once. */
export function environment(): Environment {
  checked ??= readEnvironment(process.env)
  return checked
}

import type { SandboxOptions } from './start-sandbox.ts'

type Environment = Record<string, string | undefined>

/** A variable that makes no sense; its message is one sentence for the person who set it. */
export class EnvironmentError extends Error {}

function port(env: Environment, name: string, otherwise: number): number {
  const value = env[name]
  if (value === undefined || value === '') return otherwise
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new EnvironmentError(`${name} must be a port from 0 to 65535.`)
  }
  return number
}

function url(env: Environment, name: string): string | null {
  const value = env[name]
  if (value === undefined || value === '') return null
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw new EnvironmentError(`${name} must be an http or https address.`)
  }
  return value
}

function texts<K extends string>(env: Environment, names: Record<K, string>): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {}
  for (const key in names) {
    const value = env[names[key]]
    if (value) found[key] = value
  }
  return found
}

export function readEnvironment(env: Environment): SandboxOptions {
  return {
    stripePort: port(env, 'SANDBOX_PORT', 4010),
    paypalPort: port(env, 'SANDBOX_PAYPAL_PORT', 4011),
    smtpPort: port(env, 'SANDBOX_SMTP_PORT', 4012),
    mailboxPort: port(env, 'SANDBOX_MAILBOX_PORT', 4013),
    recipientsPort: port(env, 'SANDBOX_RECIPIENTS_PORT', 4014),
    stripeWebhookUrl: url(env, 'SANDBOX_WEBHOOK_STRIPE_URL'),
    paypalWebhookUrl: url(env, 'SANDBOX_WEBHOOK_PAYPAL_URL'),
    ...texts(env, {
      host: 'SANDBOX_HOST',
      stripeSecretKey: 'SANDBOX_STRIPE_KEY',
      stripeWebhookSecret: 'SANDBOX_STRIPE_WEBHOOK_SECRET',
      paypalClientId: 'SANDBOX_PAYPAL_CLIENT_ID',
      paypalClientSecret: 'SANDBOX_PAYPAL_CLIENT_SECRET',
      paypalWebhookId: 'SANDBOX_PAYPAL_WEBHOOK_ID',
      smsToken: 'SANDBOX_SMS_TOKEN',
      recipientsSecret: 'SANDBOX_RECIPIENTS_SECRET',
      stateDir: 'SANDBOX_STATE_DIR',
    }),
  }
}

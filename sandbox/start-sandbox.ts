import { join } from 'node:path'
import { startMailbox } from './mail/start-mailbox.ts'
import { startPayPal } from './paypal/start-paypal.ts'
import { startRecipients } from './recipients/start-recipients.ts'
import { startStripe } from './stripe/start-stripe.ts'

export interface SandboxOptions {
  host?: string
  /** 0 takes any free port, and is the default of each. */
  stripePort?: number
  paypalPort?: number
  smtpPort?: number
  mailboxPort?: number
  recipientsPort?: number
  stripeSecretKey?: string
  stripeWebhookSecret?: string
  stripeWebhookUrl?: string | null
  paypalClientId?: string
  paypalClientSecret?: string
  paypalWebhookId?: string
  paypalWebhookUrl?: string | null
  smsToken?: string
  recipientsSecret?: string
  /** A folder in which the providers keep what they know over a restart. */
  stateDir?: string | null
  /** Milliseconds before each retry of a webhook; the last one repeats. */
  webhookRetryMs?: readonly number[]
  /** How long an Alipay or WeChat payment takes that was promised for later. */
  asyncDelayMs?: number
}

export interface Sandbox {
  stripeUrl: string
  paypalUrl: string
  smtpUrl: string
  mailboxUrl: string
  recipientsUrl: string
  stop(): Promise<void>
}

/** What the stand-ins take for their keys when they are told nothing else. They open nothing real. */
export const SANDBOX_DEFAULTS = {
  stripeSecretKey: 'sk_test_sandbox',
  stripeWebhookSecret: 'whsec_sandbox',
  paypalClientId: 'sandbox-client',
  paypalClientSecret: 'sandbox-secret',
  paypalWebhookId: 'SANDBOXWEBHOOK1',
  smsToken: 'sandbox-sms-token',
  recipientsSecret: 'whsec_c2FuZGJveC1yZWNpcGllbnRzLXNlY3JldC0wMQ==',
  webhookRetryMs: [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000],
  asyncDelayMs: 10_000,
} as const

interface Startable {
  stop(): Promise<void>
}

/** Starts every stand-in in this process. When one cannot start, those that did are stopped again. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', stateDir = null } = options
  const stateFile = (name: string) => (stateDir ? join(stateDir, `${name}.jsonl`) : null)
  const webhookRetryMs = options.webhookRetryMs ?? SANDBOX_DEFAULTS.webhookRetryMs
  const started: Startable[] = []
  const keep = <T extends Startable>(one: T): T => {
    started.push(one)
    return one
  }
  const stop = async () => {
    await Promise.all(started.map((one) => one.stop()))
  }
  try {
    const stripe = keep(
      await startStripe({
        host,
        port: options.stripePort ?? 0,
        secretKey: options.stripeSecretKey ?? SANDBOX_DEFAULTS.stripeSecretKey,
        webhookSecret: options.stripeWebhookSecret ?? SANDBOX_DEFAULTS.stripeWebhookSecret,
        webhookUrl: options.stripeWebhookUrl ?? null,
        stateFile: stateFile('stripe'),
        webhookRetryMs,
        asyncDelayMs: options.asyncDelayMs ?? SANDBOX_DEFAULTS.asyncDelayMs,
      }),
    )
    const paypal = keep(
      await startPayPal({
        host,
        port: options.paypalPort ?? 0,
        clientId: options.paypalClientId ?? SANDBOX_DEFAULTS.paypalClientId,
        clientSecret: options.paypalClientSecret ?? SANDBOX_DEFAULTS.paypalClientSecret,
        webhookId: options.paypalWebhookId ?? SANDBOX_DEFAULTS.paypalWebhookId,
        webhookUrl: options.paypalWebhookUrl ?? null,
        stateFile: stateFile('paypal'),
        webhookRetryMs,
      }),
    )
    const mailbox = keep(
      await startMailbox({
        host,
        port: options.mailboxPort ?? 0,
        smtpPort: options.smtpPort ?? 0,
        smsToken: options.smsToken ?? SANDBOX_DEFAULTS.smsToken,
        stateFile: stateFile('messages'),
      }),
    )
    const recipients = keep(
      await startRecipients({
        host,
        port: options.recipientsPort ?? 0,
        secret: options.recipientsSecret ?? SANDBOX_DEFAULTS.recipientsSecret,
        stateFile: stateFile('recipients'),
      }),
    )
    return {
      stripeUrl: stripe.url,
      paypalUrl: paypal.url,
      smtpUrl: mailbox.smtpUrl,
      mailboxUrl: mailbox.url,
      recipientsUrl: recipients.url,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

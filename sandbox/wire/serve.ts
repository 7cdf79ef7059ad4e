import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Exchange, jsonAnswer } from './exchange.ts'
import type { FaultBoard, FaultRule } from './faults.ts'
import type { RequestLog } from './request-log.ts'

export interface Room {
  name: string
  faults: FaultBoard
  log: RequestLog
  handle(exchange: Exchange): Promise<Answer>
  control(exchange: Exchange): Promise<Answer>
  /** How this provider words 429 and 500. */
  wordFault(status: 429 | 500): Answer
  /** Makes the changes lasting and sends what they caused. Called before the answer leaves. */
  settle(): void
}

export interface Served {
  url: string
  stop(): Promise<void>
}

const MAX_BODY = 2_000_000

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, answer.headers)
  response.end(answer.body)
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

function toExchange(request: IncomingMessage, raw: Buffer): Exchange {
  const url = new URL(request.url ?? '/', 'http://sandbox.invalid')
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    raw,
    pause: async () => {},
  }
}

function statusFault(room: Room, fault: FaultRule): Answer | null {
  if (fault.kind !== 'status_429' && fault.kind !== 'status_500') return null
  const answer = room.wordFault(fault.kind === 'status_429' ? 429 : 500)
  if (fault.retryAfter === null) return answer
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(fault.retryAfter) } }
}

/** The answer, or null when the connection is to be cut instead. */
async function act(room: Room, exchange: Exchange): Promise<Answer | null> {
  if (exchange.path === '/health') return jsonAnswer(200, { status: 'ok', room: room.name })
  if (exchange.path.startsWith('/_sandbox/')) {
    const answer = await room.control(exchange)
    room.settle()
    return answer
  }
  room.log.record(exchange)
  const fault = room.faults.takeRequest(exchange.method, exchange.path)
  if (fault?.kind === 'cut_before') return null
  const worded = fault ? statusFault(room, fault) : null
  if (worded) return worded
  if (fault?.kind === 'delay') exchange.pause = async () => void (await sleep(fault.delayMs))
  const answer = await room.handle(exchange)
  room.settle()
  return fault?.kind === 'cut_after' ? null : answer
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Serves one provider. A page that rebinds its name to loopback is refused by its Host header. */
export async function serve(room: Room, host: string, port: number): Promise<Served> {
  const loopbackOnly = host === '127.0.0.1' || host === 'localhost' || host === '::1'
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (loopbackOnly && !LOOPBACK.test(request.headers.host ?? '')) {
      return write(response, jsonAnswer(421, { error: 'Unknown host.' }))
    }
    const raw = await readBody(request)
    if (!raw) return write(response, jsonAnswer(413, { error: 'Too large.' }, { connection: 'close' }))
    const answer = await act(room, toExchange(request, raw))
    if (answer) write(response, answer)
    else request.socket.destroy()
  }
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (request.socket.destroyed) return
      console.error(`sandbox ${room.name}: ${request.method} failed`, error)
      write(response, jsonAnswer(500, { error: 'The stand-in itself failed.' }))
    })
  })
  const opened = await listen(server, host, port)
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${opened}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

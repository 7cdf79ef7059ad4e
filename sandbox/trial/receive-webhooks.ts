import { createServer, type IncomingHttpHeaders } from 'node:http'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

/** A portal's webhook address for tests: keeps what comes, and answers what it is told to. */
export async function receiveWebhooks() {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
    response.writeHead(answers.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    received,
    /** The next deliveries get these, in order; 200 after that. */
    answerWith: (...statuses: number[]) => {
      answers.push(...statuses)
    },
    types: () =>
      received.map(({ body }): string => {
        const event: { type?: string; event_type?: string } = JSON.parse(body)
        return event.type ?? event.event_type ?? ''
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

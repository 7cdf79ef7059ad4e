import { Agent, get } from 'node:http'

const AT_ONCE = 8

/** Requests per second that an address answers with 200, over some seconds and eight connections. */
export async function requestsPerSecond(url: string, cookie: string, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const until = Date.now() + seconds * 1000
  let answered = 0
  const client = async () => {
    while (Date.now() < until) {
      await once(url, cookie, agent)
      answered += 1
    }
  }
  const began = Date.now()
  await Promise.all(Array.from({ length: AT_ONCE }, client))
  agent.destroy()
  return answered / ((Date.now() - began) / 1000)
}

function once(url: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, accept: 'text/html' } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
      answer.resume().on('end', resolve)
    }).on('error', reject)
  })
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { database } from '#lib/platform/database/index.ts'
import type { WebhookVerdict } from '#lib/platform/webhooks/index.ts'
import { defineWebhook } from './define-webhook.ts'

const FORGERIES = { times: 3, minutes: 10 }
const GENUINE: WebhookVerdict = {
  kind: 'accepted',
  notice: { provider: 'paypal', eventId: 'WH-1', type: 'PAYMENT.CAPTURE.COMPLETED', objectRef: 'O-1' },
}

/** A door that is asked from an address of its own, and how often its provider was asked what it is told. */
function door(verdict: WebhookVerdict) {
  const verify = vi.fn(async () => verdict)
  const receive = vi.fn(async () => undefined)
  const webhook = defineWebhook({ provider: `test-${randomUUID()}`, forgeries: FORGERIES, verify, receive })
  const from = (address: string) =>
    webhook(
      new Request('http://localhost/x', { method: 'POST', body: '{}', headers: { 'x-openbook-address': address } }),
    )
  return { from, verify, receive }
}

const times = async (count: number, send: (index: number) => Promise<Response>) => {
  const statuses: number[] = []
  for (let index = 0; index < count; index += 1) statuses.push((await send(index)).status)
  return statuses
}

describe('a webhook whose verification asks the provider', () => {
  it('is no longer asked about once a network sent too many that were false, from whichever address of it', async () => {
    const { from, verify } = door({ kind: 'never', reason: 'signature wrong' })
    const statuses = await times(5, (index) => from(`2001:db8:5:5::${index}`))
    expect(statuses).toEqual([400, 400, 400, 429, 429])
    expect(verify).toHaveBeenCalledTimes(3)
    expect((await from('2001:db8:5:5::9')).headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await from('203.0.113.9')).status).toBe(400)
  })

  it('is taken as often as it is genuine', async () => {
    const { from, receive } = door(GENUINE)
    expect(await times(10, () => from('203.0.113.10'))).toEqual(Array(10).fill(200))
    expect(receive).toHaveBeenCalledTimes(10)
  })

  it('does not count what could not be verified for no fault of its sender', async () => {
    const { from } = door({ kind: 'again', reason: 'could not be verified' })
    expect(await times(10, () => from('203.0.113.11'))).toEqual(Array(10).fill(503))
    const counted = await database('system').rateBucket.findMany({ where: { key: { endsWith: '203.0.113.11' } } })
    expect(counted.map(({ count }) => count)).toEqual([0])
  })
})

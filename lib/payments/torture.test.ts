import { afterAll, beforeAll, expect, it } from 'vitest'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { type PaymentWorld, startPaymentWorld } from '#lib/testing/payment-world.ts'
import { torture } from '#lib/testing/torture.ts'

let world: PaymentWorld

beforeAll(async () => {
  world = await startPaymentWorld(async () => ({
    '/stripe': (await import('#app/api/webhooks/stripe/route.ts')).POST,
    '/paypal': (await import('#app/api/webhooks/paypal/route.ts')).POST,
  }))
  await useOwnDatabase()
})
afterAll(() => world.stop())

it('the books are right to the cent after people, providers and a worker that is killed did their worst', async () => {
  const { counts, faults } = await torture(world, { seed: 1, seconds: 6, lanes: 6, killEvery: 1_500 })
  expect(faults).toEqual({ books: [], differences: [], open: [] })
  expect(counts.pay).toBeGreaterThan(0)
  expect(counts['take by kept card']).toBeGreaterThan(0)
  expect(counts['worker killed']).toBeGreaterThan(0)
}, 120_000)

import { describe, expect, it } from 'vitest'
import { inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { chargeTestUse, meterTestUse } from '#lib/testing/billed-person.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { priceByTariffs, pricePeriod } from './price-period.ts'
import { tariffSpans } from './tariff-spans.ts'

const OCTOBER = { periodStart: '2026-10-01', periodEnd: '2026-11-01' }
const price = (person: TestPerson, period = OCTOBER) =>
  inScope(person.grant('bills:view'), (tx) => pricePeriod(tx, { brand: person.brand, subjectId: person.id }, period))

describe('what a person used in a period', () => {
  it('is priced by bands, each on a line of its own', async () => {
    const person = await createTestPerson('energybilling')
    await meterTestUse(person, { utility: 'electricity', quantity: 500_000n })
    expect(await price(person)).toMatchObject([
      { kind: 'energy', part: 'band_1', quantity: 260_000n, rate: '0.5830', netMinor: 15_158n },
      { kind: 'energy', part: 'band_2', quantity: 140_000n, rate: '0.6330', netMinor: 8_862n },
      { kind: 'energy', part: 'band_3', quantity: 100_000n, rate: '0.8830', netMinor: 8_830n },
      { kind: 'standing', quantity: 31n, netMinor: 620n },
    ])
  })

  it('would cost by another tariff what its own readings say, by the hour at the premises', async () => {
    const person = await createTestPerson('energybilling')
    for (const [at, quantity] of [
      ['2026-10-05T13:00:00Z', 1_000n],
      ['2026-10-05T14:00:00Z', 2_000n],
      ['2026-10-05T21:00:00Z', 4_000n],
      ['2026-10-05T22:00:00Z', 8_000n],
    ] as const)
      await meterTestUse(person, { utility: 'electricity', quantity, at, installedAt: '2026-10-31T00:00:00+08:00' })
    const { tariffs, zone } = getManifest(person.brand)
    const dayAndNight = tariffs.filter(({ key }) => key === 'electricity_peak_valley')
    const of = { brand: person.brand, subjectId: person.id, zone }
    const lines = await inScope(person.grant('bills:view'), (tx) => priceByTariffs(tx, of, dayAndNight, OCTOBER))
    const sum = (part: string) =>
      lines.filter((line) => line.part === part).reduce((all, { quantity }) => all + quantity, 0n)
    expect([sum('day'), sum('night')]).toEqual([9_000n, 6_000n])
  })

  it('of charging is priced session by session', async () => {
    const person = await createTestPerson('we-e-charge')
    // A Thursday, from 16:30 to 17:30 in Berlin, and one that costs more than the limit.
    await chargeTestUse(person, 10_000n, '2026-10-08T14:30:00Z')
    await chargeTestUse(person, 100_000n, '2026-10-10T10:00:00Z')
    expect(await price(person)).toMatchObject([
      { kind: 'energy', quantity: 105_000n, rate: '0.4150', netMinor: 4358n, vatPercent: '19' },
      { kind: 'energy', quantity: 5_000n, rate: '0.4650', netMinor: 232n },
      { kind: 'limit', quantity: 1n, netMinor: -1150n, vatPercent: '19' },
      { kind: 'standing', quantity: 31n, netMinor: 155n },
    ])
  })

  it('of gas by volume is billed as energy, by the calorific value of its days', async () => {
    const person = await createTestPerson('energybilling')
    await meterTestUse(person, { utility: 'gas', quantity: 30_000n, unit: 'l', quality: 'estimated' })
    const [line] = await price(person)
    // 30 m³ × 39.20 MJ/m³ ÷ 3.6 MJ/kWh
    expect(line).toMatchObject({
      kind: 'energy',
      unit: 'Wh',
      quantity: 326_667n,
      netMinor: 9_343n,
      volume: 30_000n,
      calorificMj: '39.20',
      volumeCorrection: '1.00',
      estimated: true,
    })
    const lines = await price(person, { periodStart: '2025-12-01', periodEnd: '2026-02-01' })
    expect(lines.filter(({ kind }) => kind === 'energy').map(({ calorificMj }) => calorificMj)).toEqual([
      '38.90',
      '39.20',
    ])
  })

  it('and what flowed back to the grid is paid for', async () => {
    const person = await createTestPerson('energybilling')
    await meterTestUse(person, { utility: 'electricity', quantity: 40_000n, direction: 'export' })
    expect(await price(person)).toMatchObject([
      { kind: 'export', quantity: 40_000n, rate: '-0.4155', netMinor: -1662n, vatMinor: 0n },
    ])
  })

  it('is cut where a tariff changes', () => {
    const { tariffs } = getManifest('energybilling')
    const gas = tariffs.filter(({ utility }) => utility === 'gas')
    expect(tariffSpans(gas, '2025-12-01', '2026-02-01').map(({ from, before }) => [from, before])).toEqual([
      ['2025-12-01', '2026-01-01'],
      ['2026-01-01', '2026-02-01'],
    ])
    expect(tariffSpans(gas, '2019-01-01', '2019-02-01')).toEqual([])
  })
})

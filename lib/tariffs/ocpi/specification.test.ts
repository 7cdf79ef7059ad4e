import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { priceOcpi } from './price-ocpi.ts'
import { OcpiCdr, OcpiSession, OcpiTariff } from './schema.ts'

// The published examples are kept beside the project and not in it.
const SPECS = '../shared/specs/ocpi'
const read = (path: string): unknown => JSON.parse(readFileSync(`${SPECS}/${path}`, 'utf8'))
const list = (path: string) => (existsSync(`${SPECS}/${path}`) ? readdirSync(`${SPECS}/${path}`).toSorted() : [])

describe.skipIf(list('examples').length === 0)('the published examples', () => {
  it.for(list('examples'))('%s is read', (name) => {
    const schema = name.startsWith('tariff') ? OcpiTariff : name.startsWith('cdr') ? OcpiCdr : OcpiSession
    expect(schema.safeParse(read(`examples/${name}`)).error?.issues).toBeUndefined()
  })

  it('holds a CDR that comes out as it says', () => {
    expect(priceOcpi(null, read('examples/cdr_example.json'))).toMatchObject({
      total_cost: { excl_vat: 4, incl_vat: 4.4 },
      total_time: 1.9731,
    })
  })
})

describe.skipIf(list('priced-cdrs').length === 0)('the priced CDRs', () => {
  const cases = list('priced-cdrs').flatMap((folder) =>
    list(`priced-cdrs/${folder}`)
      .filter((name) => name.startsWith('cdr'))
      .map((name) => [folder, name] as const),
  )
  it.for(cases)('%s %s comes out to the last digit', ([folder, name]) => {
    const cdr = read(`priced-cdrs/${folder}/${name}`)
    const priced: Record<string, unknown> = { ...priceOcpi(read(`priced-cdrs/${folder}/tariff.json`), cdr) }
    const stated = Object.entries(cdr as object).filter(([key]) => key.startsWith('total_'))
    expect(stated.length).toBeGreaterThan(2)
    expect(priced).toMatchObject(Object.fromEntries(stated))
  })
})

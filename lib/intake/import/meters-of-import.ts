import { type Grant, inScope, issueGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { findMeters, type KnownMeter, registerMeter } from '#lib/metering/index.ts'
import { divideHalfEven } from '../readers/exact-quantity.ts'
import { ImportFault, type ImportRequest } from './import-request.ts'
import type { MeterRow, WantedMeter } from './import-row.ts'

/** The meters of a file: those that are there, and those that are made for the person named. */
export class MetersOfImport {
  private readonly known = new Map<string, KnownMeter>()
  private readonly grant: Grant<'intake:write'>
  private readonly request: ImportRequest
  private readonly subject: string | null

  constructor(grant: Grant<'intake:write'>, request: ImportRequest, subject: string | null) {
    this.grant = grant
    this.request = request
    this.subject = subject
  }

  /** The meter of a number where there is one; refuses one that is somebody else's. */
  async find(serial: string): Promise<KnownMeter | null> {
    await this.lookUp([serial])
    return this.known.get(serial) ?? null
  }

  /** Makes the meters of a batch that are not there yet. */
  async ensure(wanted: readonly WantedMeter[]): Promise<void> {
    const unseen = new Map(wanted.filter(({ serial }) => !this.known.has(serial)).map((meter) => [meter.serial, meter]))
    if (unseen.size === 0) return
    await this.lookUp([...unseen.keys()])
    const missing = [...unseen.values()].filter(({ serial }) => !this.known.has(serial))
    if (missing.length > 0) await this.register(missing)
  }

  /** The row's quantities in the unit of its meter; null where that measures something else. */
  inUnitOf({ meter, quantity, registerFrom, registerTo }: MeterRow) {
    const known = this.known.get(meter.serial)
    if (!known || known.utility !== meter.utility) return null
    const convert = converter(meter.unit, known.unit)
    if (!convert) return null
    return {
      quantity: convert(quantity),
      ...(registerFrom === undefined ? {} : { register_from: convert(registerFrom) }),
      ...(registerTo === undefined ? {} : { register_to: convert(registerTo) }),
    }
  }

  private async lookUp(serials: readonly string[]) {
    const found = await inScope(this.grant, (tx) => findMeters(tx, this.grant.brand, serials))
    for (const [serial, meter] of found) {
      if (this.subject !== null && meter.subjectId !== this.subject)
        throw new ImportFault(`The meter ${serial} belongs to another person.`)
      this.known.set(serial, meter)
    }
  }

  private async register(missing: readonly WantedMeter[]) {
    const { subject, request, grant } = this
    if (subject === null)
      throw new ImportFault(`There is no meter ${missing[0]?.serial}; name the person it belongs to with --person.`)
    const forPerson = issueGrant(grant.actor, 'intake:write', { brand: grant.brand, subject })
    const zone = request.zone ?? getManifest(grant.brand).zone
    const supplyPoint = request.fileName.slice(0, 120)
    const made: KnownMeter[] = []
    await inScope(forPerson, async () => {
      made.length = 0
      for (const wanted of missing)
        made.push({
          ...(await registerMeter(forPerson, { ...wanted, zone, supplyPoint })),
          ...wanted,
          registerLimit: wanted.registerLimit ?? null,
        })
    })
    for (const meter of made) this.known.set(meter.serial, meter)
  }
}

type Convert = (quantity: bigint) => bigint

function converter(from: string, to: string): Convert | null {
  if (from === to) return (quantity) => quantity
  if (from === 'Wh' && to === 'mWh') return (quantity) => quantity * 1000n
  if (from === 'mWh' && to === 'Wh') return (quantity) => divideHalfEven(quantity, 1000n).value
  return null
}

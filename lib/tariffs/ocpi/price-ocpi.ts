import { z } from 'zod'
import { Refusal } from '#lib/platform/refusal.ts'
import { type OcpiTotals, ocpiTotals } from './ocpi-totals.ts'
import { priceCdr } from './price-cdr.ts'
import { OcpiCdr, OcpiTariff } from './schema.ts'

/**
 * Prices a CDR by one tariff or several, all as OCPI JSON; without any by those that the CDR holds. A credit CDR has the
 * negative cost.
 * @throws Refusal `tariffs.not_ocpi` with the path of what cannot be read, `tariffs.no_tariff`, `tariffs.currency_differs`
 */
export function priceOcpi(tariffs: unknown, cdr: unknown, zone?: string): OcpiTotals {
  const written = unpacked(cdr)
  const read = readOcpi(OcpiCdr, Array.isArray(written) && written.length === 1 ? written[0] : written)
  const given =
    tariffs === undefined || tariffs === null ? [] : readOcpi(z.array(OcpiTariff), [tariffs].flat().flatMap(unpacked))
  return ocpiTotals(priceCdr(given, read, zone), read.credit)
}

function readOcpi<Schema extends z.ZodType>(schema: Schema, written: unknown): z.output<Schema> {
  const parsed = schema.safeParse(withoutNulls(written))
  if (parsed.success) return parsed.data
  throw new Refusal('tariffs.not_ocpi', { path: parsed.error.issues[0]?.path.join('.') || '(top)' })
}

/** What a server of OCPI answers comes in an envelope (Transport and format, Response format). */
function unpacked(written: unknown): unknown {
  const isEnvelope = typeof written === 'object' && written !== null && 'status_code' in written && 'data' in written
  return isEnvelope ? written.data : written
}

/** Some senders write null for what they leave out. */
function withoutNulls(written: unknown): unknown {
  if (Array.isArray(written)) return written.map(withoutNulls)
  if (typeof written !== 'object' || written === null) return written
  const told = Object.entries(written).filter(([, value]) => value !== null)
  return Object.fromEntries(told.map(([key, value]) => [key, withoutNulls(value)]))
}

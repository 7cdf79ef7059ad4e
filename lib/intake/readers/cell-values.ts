import {
  type ExactDecimal,
  LARGEST_STORABLE,
  parseDecimal,
  type WholeQuantity,
  withoutFloatNoise,
} from './exact-quantity.ts'
import { rowFault } from './row-problems.ts'

const LONGEST_ID = 128

/** A cell's number: as written, and without the noise of binary fractions. Faults the row if empty, no number, negative. */
export type AmountCell = { written: ExactDecimal; meant: ExactDecimal; noise: boolean }

export function requireAmount(text: string, column: string): AmountCell {
  if (text === '' || text === 'NA') throw rowFault('value_missing', { column })
  const written = parseDecimal(text)
  if (!written) throw rowFault('value_unreadable', { column, value: text })
  if (written.digits < 0n) throw rowFault('value_negative', { column, value: text })
  const { decimal: meant, changed: noise } = withoutFloatNoise(written)
  return { written, meant, noise }
}

/** Faults the row if the quantity does not fit a BIGINT column. */
export function requireStorable(quantity: WholeQuantity, column: string, text: string): WholeQuantity {
  const { value } = quantity
  if (value > LARGEST_STORABLE || value < -LARGEST_STORABLE) throw rowFault('value_too_large', { column, value: text })
  return quantity
}

export function requireId(text: string, column: string): string {
  if (text === '' || text === 'NA') throw rowFault('id_missing', { column })
  if (text.length > LONGEST_ID || /\p{C}/u.test(text)) throw rowFault('id_invalid', { column, limit: LONGEST_ID })
  return text
}

/** 'NA' and nothing are the same: no value. */
export function nullable(text: string | undefined): string | null {
  return text === undefined || text === '' || text === 'NA' ? null : text
}

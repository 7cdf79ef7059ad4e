import { useLocale } from 'next-intl'
import type { Unit } from '#lib/metering/schema.ts'
import { formatQuantity } from './format-quantity.ts'

/** A quantity with its unit, figures of one width. */
export function Quantity({ value, unit }: { value: bigint; unit: Unit }) {
  return <span className="whitespace-nowrap tabular-nums">{formatQuantity(value, unit, useLocale())}</span>
}

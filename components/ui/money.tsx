import { useLocale } from 'next-intl'
import { formatMoney } from './format.ts'

export interface MoneyProps {
  /** Minor units: cents, fen. */
  minor: bigint
  currency: string
}

/** An amount with its currency, figures of one width. */
export function Money({ minor, currency }: MoneyProps) {
  return <span className="whitespace-nowrap tabular-nums">{formatMoney(minor, currency, useLocale())}</span>
}

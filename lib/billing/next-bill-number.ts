import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'

/**
 * The next number of the brand's year. The row stays locked until the transaction ends, so that a bill that fails gives
 * its number back and there are no gaps.
 */
export async function nextBillNumber(tx: Tx, brand: string, year: number): Promise<string> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO bill_sequence AS s (brand, year, last) VALUES (${brand}, ${year}, 1)
    ON CONFLICT (brand, year) DO UPDATE SET last = s.last + 1 RETURNING last`
  return `${getManifest(brand).billPrefix}-${year}-${String(row?.last).padStart(6, '0')}`
}

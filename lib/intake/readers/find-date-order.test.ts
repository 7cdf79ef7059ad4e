import { describe, expect, it } from 'vitest'
import { findDateOrder } from './find-date-order.ts'
import { inChunks } from './read-all.ts'

const HEADER = { required: ['start', 'end'] }
const orderOf = (...rows: string[]) =>
  findDateOrder(inChunks(`start,end\n${rows.join('\n')}\n`), ['start', 'end'], HEADER)

describe('findDateOrder', () => {
  it('goes by the first date that can be read one way only', async () => {
    expect(await orderOf('04/05/2026 01:00,04/05/2026 02:00', '12/05/2026 23:00,13/05/2026 00:00')).toBe('day-first')
    expect(await orderOf('4/5/26 1:00 AM,', '5/13/26 1:00 AM,')).toBe('month-first')
  })

  it('says it where every date fits both, and nothing where none needs an order', async () => {
    expect(await orderOf('04/05/2026 01:00,', '05/05/2026 01:00,')).toBe('unknown')
    expect(await orderOf('2026-05-04 01:00,', '13/05/2026 01:00,')).toBeNull()
    expect(await findDateOrder(inChunks('other\n1\n'), ['start'], HEADER)).toBeNull()
  })
})

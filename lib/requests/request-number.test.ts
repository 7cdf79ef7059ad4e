import { describe, expect, it } from 'vitest'
import { drawRequestNumber, readRequestNumber } from './request-number.ts'

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the number of a request', () => {
  it('is short, speakable and drawn at random', () => {
    const drawn = new Set(Array.from({ length: 500 }, drawRequestNumber))
    expect(drawn.size).toBe(500)
    for (const number of drawn) {
      expect(number).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/)
      expect(readRequestNumber(number)).toBe(number)
    }
  })

  it('is found however it was written down', () => {
    const number = 'R-0011-000'
    const right = SYMBOLS[[...SYMBOLS].findIndex((last) => readRequestNumber(`R-0011-00${last}`))] ?? ''
    const exact = number.replace(/0$/, right)
    for (const written of [
      exact,
      ` ${exact.toLowerCase()} `,
      `r 0oIl 00 ${right}`,
      `OOLi00${right}`,
      `R‑0011–00${right}`,
    ])
      expect(readRequestNumber(written)).toBe(exact)
  })

  it('is not taken for another when one symbol is misheard or two are exchanged', () => {
    const number = drawRequestNumber()
    const places = [2, 3, 4, 5, 7, 8, 9]
    for (const place of places)
      for (const symbol of SYMBOLS)
        if (symbol !== number[place])
          expect(readRequestNumber(number.slice(0, place) + symbol + number.slice(place + 1))).toBeNull()
    const exchanged = [...number]
    const [one, other] = [2, 3]
    ;[exchanged[one], exchanged[other]] = [number[other] ?? '', number[one] ?? '']
    if (number[one] !== number[other]) expect(readRequestNumber(exchanged.join(''))).toBeNull()
  })

  it('is nothing where it cannot be one', () => {
    for (const written of ['', 'R-', 'R-7K2M', 'R-7K2M-4Q', 'U-7K2M-4QX', 'W-DEMO-XIAO', 'R-7K2M-4Q9-9'.repeat(100)])
      expect(readRequestNumber(written)).toBeNull()
  })
})

import { randomInt } from 'node:crypto'

/** Crockford's base 32: no letter that is read or heard as another, or as a digit. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_SYMBOLS = 6
const FORM = /^R?([0-9A-HJKMNP-TV-Z]{7})$/

/**
 * A number for a request that can be said on the telephone: `R-7K2M-4Q9`. Six random symbols, which tell nothing about how
 * many requests there are, and one by which a wrong or an exchanged symbol is noticed. It opens nothing.
 */
export function drawRequestNumber(): string {
  const drawn = Array.from({ length: RANDOM_SYMBOLS }, () => randomInt(SYMBOLS.length))
  const symbols = [...drawn, shifted(remainder(drawn))].map((value) => SYMBOLS[value]).join('')
  return `R-${symbols.slice(0, 4)}-${symbols.slice(4)}`
}

/** The number as somebody wrote it down: in small letters, with blanks, with O for 0; null where it can be none. */
export function readRequestNumber(written: string): string | null {
  const plain = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
  const [, symbols] = FORM.exec(plain.replaceAll('O', '0').replace(/[IL]/g, '1')) ?? []
  if (!symbols || remainder([...symbols].map((symbol) => SYMBOLS.indexOf(symbol))) !== 0) return null
  return `R-${symbols.slice(0, 4)}-${symbols.slice(4)}`
}

/** Zero for symbols that belong together: a polynomial over the field of 32 elements, at its generator. */
function remainder(values: readonly number[]): number {
  return values.reduce((sum, value) => shifted(sum) ^ value, 0)
}

/** Times the generator, modulo x^5 + x^2 + 1. */
function shifted(value: number): number {
  return (value << 1) ^ (value & 16 ? 37 : 0)
}

import { describe, expect, it } from 'vitest'
import { fileName, isFileName } from './file-name.ts'

describe('the name of a file', () => {
  it('is read at once, however long it was made', () => {
    for (const sign of [' ', '\t', '.', '/', 'a', '‮'])
      for (const end of ['', 'picture', '\u0001']) {
        const given = sign.repeat(5_000_000) + end
        expect(fileName(given, 'image/png').length).toBeLessThanOrEqual(130)
        expect(isFileName(given)).toBe(sign === 'a' || end === 'picture')
      }
  })
})

import { describe, expect, it } from 'vitest'
import { BAD_ROW_REASONS, fileFault, NOTICE_MESSAGES, noticeMessage, rowFault, safeExcerpt } from './row-problems.ts'

describe('reasons', () => {
  it('are sentences without a full stop, whose gaps are filled', () => {
    for (const template of Object.values({ ...BAD_ROW_REASONS, ...NOTICE_MESSAGES })) {
      expect(template).toMatch(/^["{\w].*[^.]$/)
      expect(template.replace(/\{[a-zA-Z]+\}/g, '')).not.toMatch(/[{}]/)
    }
    expect(rowFault('duplicate_start', { value: 'noon', firstLine: 7 }).message).toBe(
      'The start "noon" was read before, in line 7',
    )
    expect(noticeMessage('no_rows', {}).message).toBe('The file has no rows')
  })

  it('hold no control characters, no text that runs backwards, and no long values', () => {
    const fault = fileFault('missing_columns', { columns: `a\n\u202eb${'c'.repeat(500)}` })
    expect(fault.message).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(fault.message.length).toBeLessThan(150)
    expect(safeExcerpt('漢字 é 😀')).toBe('漢字 é 😀')
    expect(safeExcerpt('x'.repeat(300))).toHaveLength(200)
  })
})

import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

describe('text that somebody wrote', () => {
  it.each([
    ['Ana “Å” 安娜', 'Ana “Å” 安娜'],
    ['  two\r\nlines\t! ', 'two\nlines\t!'],
    ['👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['\u202egpj.exe\u202c \u2066x\u2069', 'gpj.exe x'],
    ['a\u200bb\ufeffc\u2028d\u0007', 'abcd'],
  ])('keeps what is read and loses what turns it round: %j', (written, text) => expect(plainText(written)).toBe(text))

  it.each(['', ' \u00a0\u3000', '\u200b\u200b', '\u202e', '\u200d', '\u3164', '\u2800', '\u0301'])(
    'is nothing where nothing can be seen: %j',
    (written) => expect(plainText(written)).toBe(''),
  )
})

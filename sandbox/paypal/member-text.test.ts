import fc from 'fast-check'
import { expect, it } from 'vitest'
import { memberText } from './member-text.ts'

it('finds the exact text of a member, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), fc.nat(4), (others, value, indent) => {
      const object = { ...others, wanted: value }
      const found = memberText(JSON.stringify(object, null, indent), 'wanted')
      expect(JSON.parse(found ?? 'missing')).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('keeps the bytes and says when there is none', () => {
  expect(memberText('{"a":{"wanted":1},"wanted": {"b" : "x\\/y" } }', 'wanted')).toBe('{"b" : "x\\/y" }')
  expect(memberText('{"a":{"wanted":1}}', 'wanted')).toBeNull()
})

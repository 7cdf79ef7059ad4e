import { expect, it } from 'vitest'
import { statementNames } from './statement-names.ts'

const ask = (sql: string, args: readonly unknown[] = [1]) => ({ sql, args })

it('names what is asked often, each text by a name of its own', () => {
  const nameOf = statementNames()
  const names = (sql: string) => Array.from({ length: 9 }, () => nameOf(ask(sql)))
  expect(names('SELECT $1')).toEqual([...Array(7).fill(''), 'openbook_1', 'openbook_1'])
  expect(names('SELECT $1 + 1').slice(-2)).toEqual(['openbook_2', 'openbook_2'])
  expect(nameOf(ask('SELECT $1'))).toBe('openbook_1')
})

it.each([
  ['what takes no values', ask('BEGIN', [])],
  ['a list of rows', ask(`INSERT ${'x'.repeat(20_000)}`)],
])('gives no name to %s', (_, query) => {
  const nameOf = statementNames()
  expect(new Set(Array.from({ length: 20 }, () => nameOf(query)))).toEqual(new Set(['']))
})

it('keeps a bounded number of plans, and forgets what was asked once', () => {
  const nameOf = statementNames()
  const often = (sql: string) => Array.from({ length: 8 }, () => nameOf(ask(sql))).at(-1)
  for (let text = 0; text < 6_000; text += 1) expect(nameOf(ask(`SELECT $1 -- ${text}`))).toBe('')
  const named = Array.from({ length: 500 }, (_, text) => often(`SELECT ${text}, $1`)).filter(Boolean)
  expect(new Set(named).size).toBe(400)
})

import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadMessages } from './messages.ts'

const messages = loadMessages('en')

function at(path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => {
    return found !== null && typeof found === 'object' ? Reflect.get(found, key) : undefined
  }, messages)
}

/** What a file asks of its catalogue: the paths at which a text of that name may lie. */
function asked(file: string): { name: string; paths: string[] }[] {
  const source = readFileSync(file, 'utf8')
  const spaces = [...source.matchAll(/(?:getTranslations|useTranslations)\('([\w.]+)'\)/g)].map(([, space]) => space)
  const names = new Set([...source.matchAll(/\bt(?:\.rich)?\('([\w.-]+)'/g)].map(([, name = '']) => name))
  return [...names].map((name) => ({ name, paths: spaces.map((space) => `${space}.${name}`) }))
}

it('has a text wherever a page or a component asks for one by its name', () => {
  const files = globSync(['app/**/*.tsx', 'components/**/*.tsx'])
  expect(files.length).toBeGreaterThan(200)
  const missing = files.flatMap((file) =>
    asked(file)
      .filter(({ paths }) => paths.length > 0 && !paths.some((path) => typeof at(path) === 'string'))
      .map(({ name }) => `${file}: ${name}`),
  )
  expect(missing).toEqual([])
})

import { globSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const FOLDER = 'lib/platform/i18n/messages/en'
const sources = globSync('{app,components,lib,worker,scripts}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))

/** Names that stand in quotes somewhere or are read as a property, and those of which a part is filled in. */
const named = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/['"`]([\w.:-]+)['"`]|\bt\.(\w+)/g)].map(([, quoted, read]) => quoted ?? read),
  ),
)
const patterns = [
  ...new Set(
    sources
      .flatMap((source) => [...source.matchAll(/`((?:[\w.:-]|\$\{[^{}`]*\})+)`/g)].map(([, text = '']) => text))
      .filter((text) => /[a-z]{2}/.test(text.replaceAll(/\$\{[^}]*\}/g, '')) && text.includes('${')),
  ),
].map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[^.]+')}$`))

function textsOf(value: unknown, path: readonly string[]): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]))
}

/** Whether the path is asked for: all of it, or what is left of it within a part of the catalogue. */
function isAsked(path: readonly string[]): boolean {
  return path.some((_, from) => {
    const name = path.slice(from).join('.')
    return named.has(name) || patterns.some((pattern) => pattern.test(name))
  })
}

// A page or a sheet that no longer says something it should is seen here: its text is left over.
it('has no text that nothing asks for', () => {
  const texts = readdirSync(FOLDER).flatMap((file) =>
    textsOf(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')), file.replace(/\.json$/, '').split('.')),
  )
  expect(texts.length).toBeGreaterThan(2000)
  expect(texts.filter((path) => !isAsked(path)).map((path) => path.join('.'))).toEqual([])
})

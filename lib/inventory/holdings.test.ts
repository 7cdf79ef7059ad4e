import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { HOLDINGS, holdingOf } from './holdings.ts'

const FOLDER = 'prisma/schema'

/** Every model that names a person: it has a subject, or it is the account itself. */
function modelsWithSubject(): string[] {
  const text = readdirSync(FOLDER)
    .map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'))
    .join('\n')
  const models = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  return models.flatMap(([, name = '', body = '']) =>
    name === 'Account' || /^\s+subject(Id)?\s/m.test(body) ? [name] : [],
  )
}

describe('holdings', () => {
  it('answer for each model with a subject, exactly once', () => {
    const models = modelsWithSubject()
    expect(models.length).toBeGreaterThan(25)
    const claimed = HOLDINGS.flatMap((holding) => holding.models)
    expect(claimed.toSorted()).toEqual(models.toSorted())
  })

  it.each(BRAND_KEYS)('hold every category of %s, and each shape but records has one category', (brand) => {
    const { categories } = getManifest(brand)
    for (const category of categories) expect(holdingOf(category), category.key).not.toBeNull()
    const shapes = categories.map((category) => category.shape).filter((shape) => shape !== 'record')
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('give each shape to one holding', () => {
    const shapes = HOLDINGS.filter((holding) => !holding.internal).map((holding) => holding.shape)
    expect(new Set(shapes).size).toBe(shapes.length)
  })
})

import { describe, expect, it } from 'vitest'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { HOLDINGS, holdingOf } from './holdings.ts'

describe('holdings', () => {
  it.each(BRAND_KEYS)('hold every category of %s, and each shape but records has one category', (brand) => {
    const { categories } = getManifest(brand)
    for (const category of categories) expect(holdingOf(category), category.key).not.toBeNull()
    const shapes = categories.map((category) => category.shape).filter((shape) => shape !== 'record')
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('give each shape to one holding', () => {
    const shapes = HOLDINGS.map((holding) => holding.shape)
    expect(new Set(shapes).size).toBe(shapes.length)
  })
})

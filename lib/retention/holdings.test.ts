import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HOLDINGS } from '#lib/inventory/index.ts'
import { BOOKKEEPING } from './holdings.ts'

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

describe('holdings of the whole house', () => {
  it('answer for each model with a subject, exactly once', () => {
    const models = modelsWithSubject()
    expect(models.length).toBeGreaterThan(25)
    const claimed = [...HOLDINGS, ...BOOKKEEPING].flatMap((holding) => holding.models)
    expect(claimed.toSorted()).toEqual(models.toSorted())
  })
})

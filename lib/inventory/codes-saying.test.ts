import { describe, expect, it } from 'vitest'
import type { Category } from '#lib/brands/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { codesSaying } from './codes-saying.ts'

function category(brand: string, shape: string): Category {
  const found = getManifest(brand).categories.find((candidate) => candidate.shape === shape)
  if (!found) throw new Error(`${brand} holds no ${shape}`)
  return found
}

describe('codes that are shown with the words somebody looks for', () => {
  it('are those of the reader’s language, whatever the case, the accents and the apostrophes', () => {
    const bills = category('we-lock', 'bill')
    expect(codesSaying(bills, 'paid', 'en')).toEqual([{ field: 'state', values: ['part_paid', 'paid'] }])
    expect(codesSaying(bills, 'PAYEE', 'fr')).toEqual([{ field: 'state', values: ['part_paid', 'paid'] }])
    expect(codesSaying(bills, 'payée  en', 'fr')).toEqual([{ field: 'state', values: ['part_paid'] }])
    expect(codesSaying(bills, '已支付', 'zh-CN')).toEqual([{ field: 'state', values: ['paid'] }])
    expect(codesSaying(bills, '已支付', 'en')).toEqual([])
    const given = { shape: 'record' as const, fields: [{ ...bills.fields[0], key: 'occasion' }] } as Category
    expect(codesSaying(given, "carnet d'adresses", 'fr')).toEqual([{ field: 'occasion', values: ['contact_list'] }])
  })

  it('are yes and no of what is one or the other, and none of what is masked or has no words', () => {
    const cards = category('we-lock', 'card')
    expect(codesSaying(cards, 'oui', 'fr')).toEqual([{ field: 'pays_bills', values: [true] }])
    const masked = { ...cards, fields: cards.fields.map((field) => ({ ...field, sensitive: true })) }
    expect(codesSaying(masked, 'oui', 'fr')).toEqual([])
    for (const locale of LOCALES) expect(codesSaying(cards, ' ', locale)).toEqual([])
    expect(codesSaying(cards, 'constructor', 'en')).toEqual([])
  })
})

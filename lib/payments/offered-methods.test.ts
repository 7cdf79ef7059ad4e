import { describe, expect, it } from 'vitest'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { onlyDeclared } from './declared-fields.ts'
import { PAYMENT_TRANSITIONS } from './lifecycle.ts'
import { offeredMethods } from './offered-methods.ts'
import { toPayPalValue } from './providers/paypal-amount.ts'
import { PAYMENT_STATES } from './schema.ts'

const methods = (brand: string, currency: string) =>
  offeredMethods(getManifest(brand), currency).map(({ method }) => method)

describe('ways to pay', () => {
  it('are those that the brand declares and the currency allows', () => {
    expect(methods('energybilling', 'CNY')).toEqual(['card', 'alipay', 'wechat_pay', 'paypal'])
    expect(methods('energybilling', 'KWD')).toEqual(['card'])
    for (const brand of BRAND_KEYS.filter((key) => key !== 'energybilling'))
      expect(methods(brand, getManifest(brand).currencies[0] ?? '')).toEqual(['card', 'paypal'])
  })

  it('name everyone who hears of the payment', () => {
    const heard = offeredMethods(getManifest('energybilling'), 'CNY').map(({ recipients }) =>
      recipients.map((recipient) => recipient.key),
    )
    expect(heard).toEqual([['stripe'], ['stripe', 'alipay'], ['stripe', 'wechat_pay'], ['paypal']])
  })

  it('let no field out that is not declared', () => {
    const payload = { mode: 'payment', line_items: [{ quantity: 1, price: { amount: 5 } }], methods: ['card'] }
    expect(onlyDeclared(payload, ['mode', 'line_items.quantity', 'line_items.price.amount', 'methods'])).toBe(payload)
    expect(() => onlyDeclared(payload, ['mode', 'line_items', 'methods'])).toThrow(
      'not declared for this recipient: line_items.quantity, line_items.price.amount',
    )
  })

  it('write an amount as PayPal takes it, or not at all', () => {
    expect(toPayPalValue(1234n, 'EUR')).toBe('12.34')
    expect(toPayPalValue(1234n, 'JPY')).toBe('1234')
    expect(toPayPalValue(123_400n, 'HUF')).toBe('1234')
    expect(toPayPalValue(123_450n, 'TWD')).toBeNull()
  })
})

describe('the life of a payment', () => {
  it('reaches each state from the first one', () => {
    const reached = new Set<string>(['created'])
    for (const state of reached)
      for (const [from, next] of Object.entries(PAYMENT_TRANSITIONS))
        if (from === state) for (const to of next) reached.add(to)
    expect([...reached].toSorted()).toEqual([...PAYMENT_STATES].toSorted())
  })
})

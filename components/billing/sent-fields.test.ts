import { expect, it } from 'vitest'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { thingsSent } from './sent-fields.ts'

it('there is a word for every field that a payment may send', () => {
  for (const brand of BRAND_KEYS) {
    const { recipients } = getManifest(brand)
    for (const { key, sends } of recipients.filter(({ key }) =>
      ['stripe', 'paypal', 'alipay', 'wechat_pay'].includes(key),
    ))
      expect([brand, key, thingsSent(sends).unnamed]).toEqual([brand, key, []])
  }
})

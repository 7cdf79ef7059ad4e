import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { loadMessages } from '#lib/platform/i18n/messages.ts'
import { HeldValueText } from './held-value.tsx'

function written(locale: 'en' | 'fr' | 'zh-CN', field: { key: string; value: string; currency?: string }) {
  const { key, value, currency = null } = field
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={loadMessages(locale)} timeZone="UTC">
      <HeldValueText value={value} field={{ key, type: 'decimal' }} shape="bill" zone="UTC" currency={currency} />
    </NextIntlClientProvider>,
  )
  return markup.replaceAll(/<[^>]+>/g, '').replaceAll(/[\u00a0\u202f]/g, ' ')
}

it('writes a sum as the reader writes it, with its currency and to the last digit', () => {
  const sum = { key: 'cost', value: '90071992547409931.50', currency: 'EUR' }
  expect(written('en', sum)).toBe('€90,071,992,547,409,931.50')
  expect(written('fr', sum)).toBe('90 071 992 547 409 931,50 €')
  expect(written('zh-CN', { key: 'amount', value: '-12.30', currency: 'CNY' })).toBe('-¥12.30')
})

it('writes another decimal with the places it has, and a sum without a currency like one', () => {
  expect(written('fr', { key: 'factor', value: '1.50', currency: 'EUR' })).toBe('1,50')
  expect(written('en', { key: 'amount', value: '1200.5' })).toBe('1,200.5')
  expect(written('en', { key: 'factor', value: 'about 3' })).toBe('about 3')
})

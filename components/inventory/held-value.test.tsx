import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { loadMessages } from '#lib/platform/i18n/messages.ts'
import { HeldValueText } from './held-value.tsx'

function written(
  locale: 'en' | 'fr' | 'zh-CN',
  field: { key: string; value: string; currency?: string; type?: string },
  shape = 'bill',
) {
  const { key, value, currency = null, type = 'decimal' } = field
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={loadMessages(locale)} timeZone="UTC">
      <HeldValueText value={value} field={{ key, type }} shape={shape} zone="UTC" row={{ currency }} />
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

it('writes days as days of the calendar, and from one to another with room to break between them', () => {
  expect(written('en', { key: 'issued_on', value: '2026-03-01', type: 'day' })).toBe('1 Mar 2026')
  const period = { key: 'period', value: '2026-09-01/2026-09-30', type: 'period' }
  expect(written('fr', period)).toBe('1 sept. 2026 – 30 sept. 2026')
})

it('writes what was exchanged and agreed in the words of its reader', () => {
  const letter =
    '2026-05-13T14:00:00.000Z staff answered: Done:\n2026 was a leap year?\n2026-05-14T09:30:00.000Z person message: No'
  expect(written('en', { key: 'correspondence', value: letter, type: 'text' }, 'request')).toBe(
    '13 May 2026, 14:00 · The answer: Done:\n2026 was a leap year?\n14 May 2026, 09:30 · A message: No',
  )
  const parts = { key: 'instalments', value: '2026-12-01 12.50, 2027-01-01 1000.00', currency: 'EUR', type: 'text' }
  expect(written('fr', parts)).toBe('1 déc. 2026: 12,50 €, 1 janv. 2027: 1 000,00 €')
})

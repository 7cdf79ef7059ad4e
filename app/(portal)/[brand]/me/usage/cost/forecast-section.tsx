import { useLocale, useTranslations } from 'next-intl'
import { BarChart } from '#components/ui/bar-chart.tsx'
import { formatDate, formatMoney } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import type { BillForecast } from '#lib/outlook/index.ts'
import { addDays } from '#lib/platform/calendar/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'

/** What the next bill may come to, how sure that is, and what it rests on. */
export function ForecastSection({ forecast }: { forecast: BillForecast | null }) {
  const t = useTranslations('outlook.forecast')
  const locale = useLocale()
  if (!forecast)
    return (
      <Section title={t('title')}>
        <p>{t('none')}</p>
      </Section>
    )
  const { currency, expectedMinor, leastMinor, mostMinor, soFarMinor, periodStart, periodEnd, knownUntil } = forecast
  const money = (minor: bigint) => formatMoney(minor, currency, locale)
  const day = (at: string) => formatDate(new Date(at), locale, 'UTC')
  const bar = (label: string, minor: bigint, note?: string) => ({
    label,
    tick: label,
    value: Number(toDecimalText(minor, currency)),
    text: money(minor),
    ...(note ? { note } : {}),
  })
  return (
    <Section title={t('title')} lead={t('period', { from: day(periodStart), to: day(addDays(periodEnd, -1)) })}>
      <BarChart
        title={t('expected', { amount: money(expectedMinor) })}
        unit={currency}
        columns={{ label: t('case'), value: t('amount') }}
        bars={[
          bar(t('sofar'), soFarMinor),
          bar(t('least'), leastMinor, t('least')),
          bar(t('middle'), expectedMinor, t('middle')),
          bar(t('most'), mostMinor, t('most')),
        ]}
      />
      <p className="mt-4 max-w-prose">{t('range', { least: money(leastMinor), most: money(mostMinor) })}</p>
      <p className="mt-2 max-w-prose">{t('soFar', { amount: money(soFarMinor) })}</p>
      {knownUntil ? <p className="mt-2 max-w-prose text-ink-soft">{t('known', { day: day(knownUntil) })}</p> : null}
    </Section>
  )
}

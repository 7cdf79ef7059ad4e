import { useTranslations } from 'next-intl'
import { fillSteps, monthsUntil } from '#components/metering/steps-of.ts'
import { UsageChart } from '#components/metering/usage-chart.tsx'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { monthStart } from '#lib/platform/calendar/index.ts'
import type { sumByUtility } from './sum-by-utility.ts'
import { UtilityLinks } from './utility-links.tsx'

/** A year before the one that is drawn, to compare with. */
export const MONTHS_BACK = 23

interface YearOfUseProps {
  brand: string
  utilities: ReturnType<typeof sumByUtility>
  /** The utility that was chosen; the first one otherwise. */
  use: string | undefined
  today: string
}

/** What was used, of one utility: twelve months beside the twelve before. */
export function YearOfUse({ brand, utilities, use, today }: YearOfUseProps) {
  const t = useTranslations('bills')
  const shown = utilities.find(({ utility }) => utility === use) ?? utilities[0]
  if (!shown) return null
  const me = `/${brand}/me`
  return (
    <Section
      title={t('use')}
      aside={
        <Button href={`${me}/usage`} tone="quiet">
          {t('moreUse')}
        </Button>
      }
    >
      <UtilityLinks here={`${me}/bills`} utilities={utilities.map(({ utility }) => utility)} current={shown.utility} />
      <UsageChart
        utility={shown.utility}
        unit={shown.unit}
        step="month"
        points={fillSteps(monthsUntil(today, MONTHS_BACK + 1), shown.points)}
        shown={12}
        current={monthStart(today)}
        source={t('source')}
      />
    </Section>
  )
}

import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'

/** What the meters measured, to be taken along in the format that other programs read (Green Button). */
export async function TakeAlong({ brand, today }: { brand: string; today: string }) {
  const t = await getTranslations('usage.take')
  const file = `/api/${brand}/energy-usage`
  const year = Number(today.slice(0, 4))
  return (
    <Section title={t('title')} lead={t('text')}>
      <p className="flex flex-wrap gap-3 print:hidden">
        {[year, year - 1].map((one) => (
          <Button key={one} href={`${file}?year=${one}`} tone="secondary" icon="download" external>
            {t('year', { year: String(one) })}
          </Button>
        ))}
        <Button href={file} tone="secondary" icon="download" external>
          {t('all')}
        </Button>
      </p>
    </Section>
  )
}

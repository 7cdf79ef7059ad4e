import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'

/** Where the rows of a shape are corrected by the person themselves, below `/me`. */
const DIRECTLY: Readonly<Record<string, string>> = {
  registration: 'profile',
  profile: 'profile',
  device: 'devices',
  consent: 'choices',
}

/** The way to have something corrected: by one's own hand where that can be, and by asking everywhere (WEA-06). */
export function CorrectPart({
  brand,
  category,
  editable,
}: {
  brand: string
  category: { key: string; shape: string }
  /** Whether fields of its records can be corrected one by one. */
  editable: boolean
}) {
  const t = useTranslations('inventory.correct')
  const way = DIRECTLY[category.shape]
  return (
    <Section title={t('title')} lead={t(way ? 'leadDirect' : editable ? 'leadRows' : 'lead')}>
      <div className="flex flex-wrap gap-4">
        {way ? (
          <Button href={`/${brand}/me/${way}`} tone="secondary">
            {t('direct')}
          </Button>
        ) : null}
        <Button href={`/${brand}/me/requests/new/correction?about=${category.key}`} tone="quiet">
          {t('ask')}
        </Button>
      </div>
    </Section>
  )
}

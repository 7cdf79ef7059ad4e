import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'

interface BrandChoiceProps {
  brand: string
  /** How much waits in which brand, where the page is about what waits. */
  counts?: ReadonlyMap<string, number>
  /** Further fields of the question. */
  children?: ReactNode
}

/** Which brand a page of staff is about. Asks only, so it is a plain form that changes the address. */
export function BrandChoice({ brand, counts, children }: BrandChoiceProps) {
  const t = useTranslations('approvals')
  const labelled = (name: string, count = 0) => (count > 0 ? t('counted', { name, count }) : name)
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
      <Field
        name="brand"
        kind="select"
        label={t('brand')}
        defaultValue={brand}
        width={16}
        options={BRAND_KEYS.map((value) => ({ value, label: labelled(getManifest(value).name, counts?.get(value)) }))}
      />
      {children}
      <Button tone="secondary">{t('show')}</Button>
    </form>
  )
}

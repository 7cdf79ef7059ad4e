import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import type { Manifest, PolicyVersion } from '#lib/brands/index.ts'
import { dayText } from './version-list.tsx'

interface CompareFormProps {
  manifest: Manifest
  from: PolicyVersion
  to: PolicyVersion
}

/** Chooses two versions; a plain form that puts them into the address. */
export function CompareForm({ manifest, from, to }: CompareFormProps) {
  const t = useTranslations('policies')
  const locale = useLocale()
  const options = manifest.policies.map(({ version, effectiveOn }) => ({
    value: version,
    label: `${version} (${dayText(effectiveOn, locale)})`,
  }))
  return (
    <form
      method="get"
      action={`/${manifest.key}/policy/compare`}
      className="flex flex-wrap items-end gap-4 print:hidden"
    >
      <Field
        name="from"
        label={t('compare.from')}
        kind="select"
        options={options}
        defaultValue={from.version}
        width={16}
      />
      <Field name="to" label={t('compare.to')} kind="select" options={options} defaultValue={to.version} width={16} />
      <Button tone="secondary">{t('compare.submit')}</Button>
    </form>
  )
}

import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { refuseRequestAction } from '../../actions.ts'
import { FoldedWay } from './folded-way.tsx'

interface RefuseProps {
  brand: string
  hidden: Record<string, string>
  /** A fee was paid, and goes back. */
  feePaid?: boolean
}

/** Refuses for one of the reasons that the policy lists, and for no other. */
export async function Refuse({ brand, hidden, feePaid = false }: RefuseProps) {
  const [t, locale] = await Promise.all([getTranslations('requests.staff.refuse'), requestLocale()])
  return (
    <FoldedWay way="refuse" action={refuseRequestAction} hidden={hidden} tone="danger">
      {feePaid ? <p className="max-w-prose">{t('feeBack')}</p> : null}
      <Field
        name="reason"
        kind="radio"
        label={t('reason')}
        hint={t('reasonHint')}
        options={getManifest(brand).refusalReasons.map(({ key, text }) => ({ value: key, label: text[locale] }))}
      />
    </FoldedWay>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import { askFeeAction } from '../../actions.ts'
import { FoldedWay } from './folded-way.tsx'

/** Asks what the brand's policy allows for a request that comes again and again, or takes far more than usual (LCK-13). */
export function AskForFee({ brand, hidden }: { brand: string; hidden: Record<string, string> }) {
  const t = useTranslations('requests.staff.fee')
  const { requestFees, currencies } = getManifest(brand)
  const locale = useLocale()
  const [currency = ''] = currencies
  return (
    <FoldedWay way="fee" action={askFeeAction} hidden={hidden}>
      <Field
        name="ground"
        kind="radio"
        label={t('ground')}
        options={(requestFees?.grounds ?? []).map((value) => ({ value, label: t(`grounds.${value}`) }))}
      />
      <Field
        name="amount"
        label={t('amount', { currency })}
        hint={t('amountHint', { most: formatMoney(BigInt(requestFees?.mostMinor ?? 0), currency, locale) })}
        inputMode="decimal"
        width={8}
        maxLength={7}
      />
    </FoldedWay>
  )
}

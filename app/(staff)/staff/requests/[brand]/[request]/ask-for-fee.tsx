import { useLocale, useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import type { HandledRequest } from '#lib/requests/index.ts'
import { askFeeAction } from '../../actions.ts'
import { FoldedWay } from './folded-way.tsx'

interface AskForFeeProps {
  request: HandledRequest
  brand: string
  hidden: Record<string, string>
}

/** Asks what the brand's policy allows for a request that comes again and again, or takes far more than usual (LCK-13); nothing where neither holds. */
export function AskForFee({ request, brand, hidden }: AskForFeeProps) {
  const t = useTranslations('requests.staff.fee')
  const { requestFees, currencies } = getManifest(brand)
  const locale = useLocale()
  const [currency = ''] = currencies
  const grounds = (requestFees?.grounds ?? []).filter((ground) => ground !== 'frequency' || request.repeats > 0)
  if (grounds.length === 0 || request.fee || !request.account) return null
  return (
    <FoldedWay way="fee" action={askFeeAction} hidden={hidden}>
      <Field
        name="ground"
        kind="radio"
        label={t('ground')}
        options={grounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
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

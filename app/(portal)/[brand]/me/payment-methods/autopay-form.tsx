import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { type AutopayOrder, autopayNotice, type KeptCard } from '#lib/autopay/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { setAutopayAction } from './actions.ts'

interface AutopayFormProps {
  brand: string
  cards: readonly KeptCard[]
  order: AutopayOrder | null
}

/** The order in the person's own terms; what they agree to stands beside the button, and is recorded with the yes. */
export async function AutopayForm({ brand, cards, order }: AutopayFormProps) {
  const [t, locale] = await Promise.all([getTranslations('autopay.order'), requestLocale()])
  const { autopay, currencies } = getManifest(brand)
  const currency = order?.currency ?? currencies[0] ?? ''
  const words = autopayNotice(locale)
  const usable = cards.filter(({ lapsed }) => !lapsed)
  const chosen = usable.find(({ id }) => id === order?.cardId) ?? (usable.length === 1 ? usable[0] : undefined)
  const on = order && !order.stoppedAt
  return (
    <Form
      action={setAutopayAction}
      hidden={{ brand, locale, shown: words.hash.toString('hex'), returnTo: `/${brand}/me/payment-methods` }}
      submit={t(on ? 'save' : 'switchOn')}
      {...(on ? { folded: t('change'), tone: 'secondary' } : {})}
    >
      <Field
        name="cardId"
        kind="radio"
        label={t('choose')}
        defaultValue={chosen?.id ?? ''}
        options={usable.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        name="limit"
        label={t('limit', { currency })}
        hint={t('limitHint')}
        defaultValue={order?.limitMinor ? toDecimalText(order.limitMinor, currency) : ''}
        inputMode="decimal"
        width={8}
        maxLength={20}
        autoComplete="off"
        optional
      />
      <Field
        name="daysBefore"
        kind="select"
        label={t('day')}
        defaultValue={String(order?.daysBefore ?? 0)}
        width={16}
        options={Array.from({ length: autopay.mostDaysBefore + 1 }, (_, days) => ({
          value: String(days),
          label: days === 0 ? t('onDay') : t('daysBefore', { days }),
        }))}
      />
      <div className="grid gap-2">
        <p className="font-medium">{words.name}</p>
        <p className="max-w-prose">{words.notice}</p>
        <p className="max-w-prose text-sm text-ink-soft">{words.consequence}</p>
      </div>
    </Form>
  )
}

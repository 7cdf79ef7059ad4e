import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { PaymentState } from '#lib/payments/schema.ts'

const LOOK: Readonly<Record<PaymentState, { tone: Tone; icon: IconName }>> = {
  created: { tone: 'neutral', icon: 'neutral' },
  pending: { tone: 'info', icon: 'wait' },
  unknown: { tone: 'warn', icon: 'alert' },
  succeeded: { tone: 'good', icon: 'check' },
  failed: { tone: 'bad', icon: 'x' },
  abandoned: { tone: 'neutral', icon: 'minus' },
}

/** Where a payment stands, as a word with its sign. */
export function PaymentBadge({ state }: { state: PaymentState }) {
  const t = useTranslations('payments.state')
  return <Badge {...LOOK[state]}>{t(state)}</Badge>
}

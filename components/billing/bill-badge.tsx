import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { BillStanding } from '#lib/billing/schema.ts'

const LOOK: Readonly<Record<BillStanding, { tone: Tone; icon: IconName }>> = {
  issued: { tone: 'neutral', icon: 'clock' },
  due: { tone: 'warn', icon: 'clock' },
  part_paid: { tone: 'warn', icon: 'clock' },
  overdue: { tone: 'bad', icon: 'alert' },
  paid: { tone: 'good', icon: 'check' },
  credited: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'x' },
  written_off: { tone: 'neutral', icon: 'minus' },
}

/** How a bill stands, as a word with its sign. */
export function BillBadge({ standing }: { standing: BillStanding }) {
  const t = useTranslations('bills.standing')
  return <Badge {...LOOK[standing]}>{t(standing)}</Badge>
}

export interface NamedLine {
  readonly kind: string
  readonly part: string | null
  /** The tariff's name, and that of a discount, in the reader's language. */
  readonly tariffName: string
  readonly partName?: string | undefined
}

type Translate = (key: string, values?: Record<string, string>) => string

const KINDS = ['standing', 'minimum', 'export', 'time', 'parking', 'start', 'limit'] as const
const PERIODS = ['peak', 'day', 'shoulder', 'off_peak', 'night', 'weekend'] as const

/** What a line of a bill is for: the tariff, and which part of it. */
export function lineName(t: Translate, { kind, part, tariffName: tariff, partName }: NamedLine): string {
  const known = KINDS.find((one) => one === kind)
  if (known) return t(known, { tariff })
  const words = partName ?? wordsFor(t, part)
  return words ? t('part', { tariff, part: words }) : tariff
}

function wordsFor(t: Translate, part: string | null): string | undefined {
  const period = PERIODS.find((one) => one === part)
  if (period) return t(`periods.${period}`)
  const band = /^band_(\d+)$/.exec(part ?? '')?.[1]
  return band ? t('band', { number: band }) : undefined
}

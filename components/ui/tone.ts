import type { IconName } from './icon.tsx'

/** What a colour means. It never says it alone: an icon and a word go with it. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

export const TONE_BOX: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-ink',
  info: 'border-info-line bg-info-wash text-info',
  good: 'border-good-line bg-good-wash text-good',
  warn: 'border-warn-line bg-warn-wash text-warn',
  bad: 'border-bad-line bg-bad-wash text-bad',
}

export const TONE_ICON: Record<Tone, IconName> = {
  neutral: 'neutral',
  info: 'info',
  good: 'good',
  warn: 'warn',
  bad: 'bad',
}

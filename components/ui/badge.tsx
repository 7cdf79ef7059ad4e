import { Icon, type IconName } from './icon.tsx'
import { TONE_BOX, TONE_ICON, type Tone } from './tone.ts'

export interface BadgeProps {
  tone?: Tone
  children: string
  /** Null for a count, which says nothing that a sign could help to see. */
  icon?: IconName | null
}

/** A state in one word. */
export function Badge({ tone = 'neutral', children, icon }: BadgeProps) {
  return (
    <span className={`badge ${TONE_BOX[tone]}`}>
      {icon === null ? null : <Icon name={icon ?? TONE_ICON[tone]} size={16} />}
      {children}
    </span>
  )
}

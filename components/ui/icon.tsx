import type { IconName } from './icon-names.ts'
import sprite from './icons.svg'

export type { IconName } from './icon-names.ts'

export interface IconProps {
  name: IconName
  /** Pixels on the 4 px grid; 20 beside text of normal size. */
  size?: 12 | 16 | 20 | 24 | 32
  className?: string
}

const SIZES = { 12: 'size-3', 16: 'size-4', 20: 'size-5', 24: 'size-6', 32: 'size-8' } as const

/**
 * Decoration for the eye; screen readers get the word beside it. A word always stands beside an icon that means
 * something. The shapes are in one file that a browser keeps: drawn into each page they were a third of its elements.
 */
export function Icon({ name, size = 20, className = '' }: IconProps) {
  return (
    <svg className={`icon ${SIZES[size]} ${className}`} aria-hidden="true">
      <use href={`${sprite.src}#${name}`} />
    </svg>
  )
}

import type { ReactNode } from 'react'
import { type ButtonTone, buttonClass } from './button-class.ts'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

export { type ButtonTone, buttonClass }

interface Look {
  children: ReactNode
  tone?: ButtonTone
  icon?: IconName
  /** As wide as its column. */
  wide?: boolean
}

export interface ButtonProps extends Look {
  /** With an address it is a link that looks like a button. */
  href?: string
  /** A file or another site: a plain link, without Next's navigation. */
  external?: boolean
  /** The name and value that the form then sends. */
  name?: string
  value?: string
  type?: 'submit' | 'button'
  form?: string
  disabled?: boolean
}

/** One primary action a page. Outside of a Form it is a plain submit button. */
export function Button({ children, tone = 'primary', icon, wide = false, href, external, ...rest }: ButtonProps) {
  const look = buttonClass(tone, wide)
  const content = (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </>
  )
  if (href === undefined) {
    return (
      <button className={look} {...rest} type={rest.type ?? 'submit'}>
        {content}
      </button>
    )
  }
  if (external) {
    return (
      <a className={look} href={href}>
        {content}
      </a>
    )
  }
  return (
    <Link className={look} href={href}>
      {content}
    </Link>
  )
}

import type { ReactNode } from 'react'
import { Link } from '../ui/link.tsx'

/** A link in running text: within the site, or to another one. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  const look = 'text-accent underline underline-offset-4 wrap-anywhere'
  if (!href.startsWith('/')) {
    return (
      <a className={look} href={href} rel="noreferrer">
        {children}
      </a>
    )
  }
  return (
    <Link className={look} href={href}>
      {children}
    </Link>
  )
}

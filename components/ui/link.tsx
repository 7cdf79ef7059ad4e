import type { AnchorHTMLAttributes } from 'react'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string }

/**
 * A link to another page of the portal. It is a plain element, so that a page of many links stays cheap to draw; where
 * scripts run, SoftLinks takes its click and goes there without loading the page anew.
 */
export function Link(props: LinkProps) {
  return <a {...props} data-soft="" />
}

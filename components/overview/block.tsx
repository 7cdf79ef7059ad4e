import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'
import { Icon, type IconName } from '#components/ui/icon.tsx'
import { Link } from '../ui/link.tsx'

export interface BlockProps {
  icon: IconName
  title: string
  /** Where the whole of it is. */
  more: { href: string; label: string }
  children: ReactNode
}

/** One of the questions that the overview answers, and the way to the full answer. */
export function Block({ icon, title, more, children }: BlockProps) {
  const heading = (
    <span className="flex items-center gap-2">
      <Icon name={icon} className="text-accent" />
      {title}
    </span>
  )
  const link = (
    <Link href={more.href} className="link">
      {more.label}
    </Link>
  )
  return (
    <Card title={heading} footer={link}>
      {children}
    </Card>
  )
}

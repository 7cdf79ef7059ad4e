import { Link } from '../ui/link.tsx'

/** The number of a bill in a row, as a link that a finger hits without making the row higher. */
export function BillLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="-my-2.5 link tabular-nums">
      {children}
    </Link>
  )
}

import { Link } from '../ui/link.tsx'

/** The number of a bill in a row, as a link that a finger hits without making the row higher. */
export function BillLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="-my-2.5 inline-flex min-h-11 items-center text-accent underline underline-offset-4 tabular-nums"
    >
      {children}
    </Link>
  )
}

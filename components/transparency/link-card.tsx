import { Icon } from '#components/ui/icon.tsx'
import { Link } from '../ui/link.tsx'

/** A way to another page, with one sentence of what is there. */
export function LinkCard({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <Link
      href={href}
      className="flex min-h-11 items-start justify-between gap-4 rounded-lg border border-line p-4 hover:bg-sunken"
    >
      <span>
        <span className="block font-medium text-accent underline underline-offset-4">{title}</span>
        <span className="block text-sm text-ink-soft">{text}</span>
      </span>
      <Icon name="forward" className="mt-1 text-ink-soft" />
    </Link>
  )
}

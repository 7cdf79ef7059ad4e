import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { Icon, type IconName } from '#components/ui/icon.tsx'
import type { EntryKind, EntryView, RequestDetail } from '#lib/requests/schema.ts'

const ICON: Readonly<Record<EntryKind, IconName>> = {
  opened: 'send',
  identity_asked: 'shield',
  identity_shown: 'check',
  taken: 'account',
  message: 'mail',
  question: 'info',
  extended: 'clock',
  overdue: 'warn',
  fee_asked: 'card',
  fee_paid: 'check',
  fee_waived: 'check',
  value_proven: 'check',
  answered: 'good',
  refused: 'bad',
  closed: 'x',
  withdrawn: 'x',
}

interface RequestCourseProps {
  request: RequestDetail
  zone: string
  forStaff?: boolean
}

/** Everything that happened to a request, oldest first, with what was said. */
export function RequestCourse({ request, zone, forStaff = false }: RequestCourseProps) {
  return (
    <ol className="grid gap-4 ms-3 border-s-2 border-line ps-6">
      {request.entries.map((entry) => (
        <Entry
          key={entry.id}
          entry={entry}
          words={entry.kind === 'opened' ? request.text : entry.words}
          zone={zone}
          forStaff={forStaff}
        />
      ))}
    </ol>
  )
}

const HAS_WORDS: ReadonlySet<EntryKind> = new Set(['opened', 'message', 'question', 'answered', 'refused', 'extended'])

interface EntryProps {
  entry: EntryView
  words: string | null
  zone: string
  forStaff: boolean
}

function Entry({ entry, words, zone, forStaff }: EntryProps) {
  const t = useTranslations('requests')
  // Sending a request asks for the proof by itself: its sender did not.
  const author = entry.kind === 'identity_asked' && entry.author === 'person' ? 'portal' : entry.author
  const shown = words ?? (HAS_WORDS.has(entry.kind) ? t('textGone') : null)
  return (
    <li className="relative">
      <span className="absolute -start-[2.3rem] grid size-6 place-items-center rounded-full border border-line bg-canvas text-ink-soft">
        <Icon name={ICON[entry.kind]} size={16} />
      </span>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">
          {t(forStaff && entry.kind === 'question' ? 'staff.asked' : `entries.${entry.kind}`)}
        </span>
        <span className="text-sm text-ink-soft">
          {t(`authors.${author}`)} · <DateTime at={entry.at} zone={zone} show="datetime" withZone />
        </span>
      </p>
      {shown ? <p className="mt-1 max-w-prose whitespace-pre-line wrap-anywhere">{shown}</p> : null}
    </li>
  )
}

import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { TONE_BOX, TONE_ICON, type Tone } from './tone.ts'

export interface NoticeProps {
  tone?: Exclude<Tone, 'neutral'>
  title: string
  children?: ReactNode
  /** What can be done about it. */
  action?: ReactNode
}

/** Something to know before going on. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  return (
    <div className={`my-4 flex gap-3 rounded-md border p-4 ${TONE_BOX[tone]}`}>
      <Icon name={TONE_ICON[tone]} size={24} />
      <div className="min-w-0 grow">
        <p className="font-semibold">{title}</p>
        {children ? <div className="mt-1 max-w-prose text-ink">{children}</div> : null}
        {action ? <div className="mt-3 text-ink">{action}</div> : null}
      </div>
    </div>
  )
}

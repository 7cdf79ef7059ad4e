import type { ReactNode } from 'react'
import { documentMarkup } from '#lib/web/document-markup.ts'
import { type FrameAttributes, StaticFrame } from './static-frame.tsx'
import { staticMarkup } from './static-markup.ts'

export type StaticProps = FrameAttributes & {
  children: ReactNode
  /** For what a browser draws where its document is empty (a page that is not found): told as data as well. */
  whole?: boolean
}

/**
 * What never changes once it is drawn: written as markup on the server, where React would carry each of its elements
 * three times, and nothing for a browser to bring to life. What cannot be written so is drawn as ever.
 */
export function Static({ as = 'div', children, whole = false, ...rest }: StaticProps) {
  const markup = staticMarkup(children, Static)
  const frame = { as, ...rest } as FrameAttributes
  if (markup === null) {
    const Frame = as
    return <Frame {...(rest as object)}>{children}</Frame>
  }
  const gathered = whole ? undefined : documentMarkup()
  if (!gathered) return <StaticFrame {...frame} markup={markup} />
  return <StaticFrame {...frame} at={gathered.push(markup) - 1} />
}

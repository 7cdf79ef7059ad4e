'use client'

import { useRouter } from 'next/navigation'
import { type HTMLAttributes, type SVGAttributes, useEffect, useState } from 'react'
import { documentMarkup } from '#lib/web/document-markup.ts'

export type FrameAttributes =
  | ({ as: 'svg' } & SVGAttributes<SVGElement>)
  | ({
      as?: 'article' | 'div' | 'dl' | 'figure' | 'footer' | 'header' | 'nav' | 'section' | 'table' | 'ul'
    } & HTMLAttributes<HTMLElement>)

/** Either the markup itself, or its place among that of the document. */
type StaticFrameProps = FrameAttributes & { at?: number; markup?: string }

/** Markup in its frame. On the server it comes from what was written for the document, in a browser from the document. */
export function StaticFrame({ as: Frame = 'div', at, markup, ...rest }: StaticFrameProps) {
  const told = markup ?? markupAt(at)
  const [first] = useState(told)
  const attributes = { ...(rest as object), 'data-at': at }
  if (told === null) {
    return (
      <Frame {...attributes}>
        <AskAgain />
      </Frame>
    )
  }
  const shown = first !== null && isSame(first, told) ? first : told
  return <Frame {...attributes} dangerouslySetInnerHTML={{ __html: shown }} />
}

/** What was found in the document, for when a page is come back to. */
const found = new Map<number, string>()

function markupAt(at: number | undefined): string | null {
  if (at === undefined) return null
  if (typeof document === 'undefined') return documentMarkup()?.[at] ?? null
  const markup = found.get(at) ?? document.querySelector(`[data-at="${at}"]`)?.innerHTML ?? null
  if (markup !== null) found.set(at, markup)
  return markup
}

/** As a browser reads it: what is the same stays as it stands, with whatever of it is open or has the focus. */
function isSame(first: string, markup: string): boolean {
  if (first === markup || typeof document === 'undefined') return first === markup
  const read = document.createElement('template')
  read.innerHTML = markup
  return read.innerHTML === first
}

let asked = false

/** A page that threw comes without its document: everything is fetched once more, as data. */
function AskAgain() {
  const router = useRouter()
  useEffect(() => {
    if (!asked) router.refresh()
    asked = true
  }, [router])
  return null
}

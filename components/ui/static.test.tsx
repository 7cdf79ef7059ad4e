import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { gatherMarkup } from '#lib/web/gather-markup.ts'
import { Static } from './static.tsx'
import { StaticFrame } from './static-frame.tsx'

const list = (
  <Static as="ul" className="x">
    <li>a &amp; b</li>
  </Static>
)
const DRAWN = '<ul class="x"><li>a &amp; b</li></ul>'

/** What the server's part of the page hands on to be drawn: markup, or a place among that of the document. */
function handedOn(element: ReactElement) {
  return (element.type as (props: unknown) => ReactElement<{ at?: number; markup?: string }>)(element.props).props
}

const inDocument = <T,>(work: () => T) => gatherMarkup({ headers: {} }, work)

test('a document is drawn with its markup, which is not handed to the browser a second time', () => {
  inDocument(() => {
    expect(handedOn(list)).toEqual({ as: 'ul', className: 'x', at: 0 })
    expect(handedOn(<Static>second</Static>)).toMatchObject({ at: 1 })
    expect(renderToStaticMarkup(<StaticFrame as="ul" className="x" at={0} />)).toBe(
      DRAWN.replace('<ul class="x">', '<ul class="x" data-at="0">'),
    )
  })
})

test('each document has its own', () => {
  inDocument(() => handedOn(list))
  inDocument(() => expect(handedOn(list)).toMatchObject({ at: 0 }))
})

test.each([{ rsc: '1' }, { 'next-action': '7f' }])('what is asked for as data carries its markup: %o', (headers) => {
  gatherMarkup({ headers }, () => {
    expect(handedOn(list)).toMatchObject({ markup: '<li>a &amp; b</li>' })
    expect(renderToStaticMarkup(list)).toBe(DRAWN)
  })
})

test('what a browser draws for a page that is not found carries its markup in a document too', () => {
  inDocument(() => expect(handedOn(<Static whole>kept</Static>)).toMatchObject({ markup: 'kept' }))
})

import fc from 'fast-check'
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Static } from './static.tsx'
import { staticMarkup } from './static-markup.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('<script>alert(1)</script>', '&amp; &', `"'><b onclick=x`, '</table>', '\u0000', ' '),
)
const attributes = fc.record(
  {
    className: text,
    title: text,
    'aria-label': text,
    'aria-hidden': fc.boolean(),
    'data-label': fc.oneof(text, fc.integer(), fc.constant(undefined)),
    hidden: fc.boolean(),
    href: fc.oneof(fc.webUrl(), fc.constant('/we-e-charge/me?a=1&b="2"')),
    id: text,
    role: fc.constant('cell'),
    colSpan: fc.integer({ min: 1, max: 9 }),
    dateTime: fc.constant('2026-01-01'),
    tabIndex: fc.constant(-1),
  },
  { requiredKeys: [] },
)
const drawing = fc.record(
  { strokeWidth: fc.integer(), strokeDasharray: fc.constant('4 3'), textAnchor: fc.constant('middle'), d: text },
  { requiredKeys: [] },
)

function Named({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <>
      {name}: {children}
    </>
  )
}

function framed(children: ReactNode) {
  return <Static as="ul">{children}</Static>
}

const { node } = fc.letrec<{ node: ReactNode; element: ReactElement }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.integer(),
    fc.constantFrom(null, undefined, true, false),
    tie('element'),
    fc
      .array(tie('element'), { maxLength: 3 })
      .map((several) => several.map((one, key) => createElement(Fragment, { key }, one))),
  ),
  element: fc.oneof(
    fc
      .tuple(
        fc.constantFrom('div', 'span', 'a', 'p', 'h2', 'section', 'dl', 'svg'),
        attributes,
        tie('node'),
        tie('node'),
      )
      .map(([name, props, ...children]) => createElement(name, props, ...children)),
    fc
      .tuple(fc.constantFrom('path', 'text'), drawing, tie('node'))
      .map(([name, props, child]) => createElement(name, props, child)),
    fc.tuple(text, tie('node')).map(([name, child]) => createElement(Named, { name }, child)),
    tie('node').map(framed),
    fc.constantFrom(createElement('br'), createElement('hr')),
  ),
}))

test('what is static is written exactly as React writes it', () => {
  fc.assert(
    fc.property(node, (drawn) => {
      expect(staticMarkup(drawn, Static)).toBe(renderToStaticMarkup(createElement(Fragment, null, drawn)))
    }),
    { numRuns: 2_000 },
  )
})

async function Waiting() {
  return await Promise.resolve('later')
}

test.each<[string, ReactNode]>([
  ['a form of ours', <form key="f" action={() => undefined} />],
  ['a form that runs a script', <form key="f" action="javascript:alert(1)" />],
  ['a field', <input key="i" />],
  ['a picture', <img key="i" alt="" src="x" />],
  [
    'a handler',
    <a key="a" href="/" onClick={() => undefined}>
      x
    </a>,
  ],
  ['a style', <p key="p" style={{ color: 'red' }} />],
  [
    'a script by address',
    <a key="a" href={'\u0001 java\nscript:alert(1)'}>
      x
    </a>,
  ],
  ['an attribute that nobody looked into', <p key="p" {...{ onfocus: 'alert(1)' }} />],
  ['an attribute that every object has', <p key="p" {...{ constructor: 'x' }} />],
  ['a name that breaks out of its tag', <p key="p" {...{ 'data-x onclick=alert(1) y': '1' }} />],
  ['a component that waits', <Waiting key="w" />],
  [
    'something deep inside',
    <ul key="u">
      <li>
        <b>
          <input name="x" />
        </b>
      </li>
    </ul>,
  ],
])('%s is left to React', (_, drawn) => {
  expect(staticMarkup(drawn, Static)).toBeNull()
})

test('a plain form and a menu are written as React writes them, in an order of their own', () => {
  const drawn = (
    <>
      <button type="button" popoverTarget="menu" aria-label="Menu">
        Menu
      </button>
      <div id="menu" popover="auto">
        <form action="/api/locale?a=1&b=2" method="post">
          <input type="hidden" name="returnTo" value={'/"><script>alert(1)</script>'} />
          <button type="submit" name="locale" value="fr" lang="fr" aria-current="true">
            Français
          </button>
        </form>
      </div>
    </>
  )
  const inOrder = (markup: string) =>
    markup.replace(/<(\w+)((?: [\w-]+="[^"]*")+)/g, (_, name, attributes: string) =>
      [`<${name}`, ...(attributes.match(/[\w-]+="[^"]*"/g) ?? []).toSorted()].join(' '),
    )
  const written = staticMarkup(drawn, Static)
  expect(written).not.toContain('<script>')
  expect(inOrder(written ?? '')).toBe(inOrder(renderToStaticMarkup(drawn)))
})

test('a component of the browser is left to React', () => {
  const reference = Object.assign(() => 'never called here', { $$typeof: Symbol.for('react.client.reference') })
  expect(staticMarkup(createElement(reference), Static)).toBeNull()
})

let tries = 0

function Counted() {
  tries += 1
  return <input defaultValue="kept" />
}

test('what cannot be written is tried once by each frame around it, however deep it lies', () => {
  renderToStaticMarkup(framed(framed(framed(framed(<Counted />)))))
  expect(tries).toBe(5)
})

test('what cannot be written is drawn as ever, in the same frame', () => {
  const drawn = (
    <Static as="section" className="x">
      <input defaultValue="kept" />
    </Static>
  )
  expect(renderToStaticMarkup(drawn)).toBe('<section class="x"><input value="kept"/></section>')
})

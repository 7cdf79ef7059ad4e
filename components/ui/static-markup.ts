import { Fragment, isValidElement, type ReactNode } from 'react'

const ELEMENTS = new Set(
  (
    'a abbr address article b br button caption circle code dd details div dl dt em figcaption figure footer form g h1 h2 h3 h4 h5 h6 ' +
    'header hr i input li line nav ol p path polyline rect section small span strong sub summary sup svg table tbody td text ' +
    'tfoot th thead time title tr tspan ul use'
  ).split(' '),
)
const WITHOUT_END = new Set(['br', 'hr', 'input'])

/** Properties and how markup calls them. What is not here has a meaning to React or to a browser that is not looked into. */
const ATTRIBUTES = new Map([
  ...same('action colSpan cx cy d dateTime dir fill height href id lang method name opacity points popover r rel role'),
  ...same('rowSpan rx ry scope stroke target title transform type value viewBox width x x1 x2 y y1 y2'),
  ['className', 'class'],
  ['popoverTarget', 'popoverTarget'],
  ['tabIndex', 'tabindex'],
  ['strokeDasharray', 'stroke-dasharray'],
  ['strokeWidth', 'stroke-width'],
  ['textAnchor', 'text-anchor'],
])
const SWITCHES = new Set(['hidden', 'open'])
/** What a click or a form follows. */
const LEADS = new Set(['href', 'action'])
const SPOKEN = /^(?:aria|data)-[a-z-]+$/
const RUNS = /^[\s\p{Cc}]*j[\s\p{Cc}]*a[\s\p{Cc}]*v[\s\p{Cc}]*a[\s\p{Cc}]*s/iu

/**
 * The markup of what never changes once it is drawn, as React would write it; null where React has to draw it itself:
 * where something reacts, waits, is filled in, or bears what is not on the lists above. Everything in it is escaped.
 */
export function staticMarkup(node: ReactNode, frame: StaticFrame): string | null {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) return severalMarkup(node, frame)
  if (!isValidElement<Props>(node)) return null
  const { type, props } = node
  if (type === Fragment) return staticMarkup(props.children, frame)
  if (typeof type === 'string') return elementMarkup(type, props, frame)
  if (type === frame) {
    const { as = 'div', ...rest } = props
    return elementMarkup(as, rest, frame)
  }
  return isPlainComponent(type) ? staticMarkup(type(props), frame) : null
}

/** The component that is drawn as the element which it names: what it frames is not tried twice. */
type StaticFrame = (props: never) => ReactNode

function severalMarkup(nodes: readonly ReactNode[], frame: StaticFrame): string | null {
  let all = ''
  for (const node of nodes) {
    const markup = staticMarkup(node, frame)
    if (markup === null) return null
    all += markup
  }
  return all
}

interface Props {
  readonly as?: string
  readonly children?: ReactNode
  readonly [name: string]: unknown
}

function elementMarkup(name: string, props: Props, frame: StaticFrame): string | null {
  if (!ELEMENTS.has(name) || !isPlain(name, props)) return null
  let tag = `<${name}`
  for (const prop in props) {
    if (prop === 'children') continue
    const attribute = attributeMarkup(prop, props[prop])
    if (attribute === null) return null
    tag += attribute
  }
  const { children } = props
  if (WITHOUT_END.has(name)) return children === undefined ? `${tag}/>` : null
  const inner = staticMarkup(children, frame)
  return inner === null ? null : `${tag}>${inner}</${name}>`
}

/** A form that goes to an address is a browser's own matter; one with an action of ours, or a field to fill in, is React's. */
function isPlain(name: string, props: Readonly<Record<string, unknown>>): boolean {
  if (name === 'form') return typeof props.action === 'string'
  if (name === 'input') return props.type === 'hidden'
  return name !== 'button' || typeof props.type === 'string'
}

function attributeMarkup(prop: string, value: unknown): string | null {
  if (value === undefined || value === null) return ''
  if (SWITCHES.has(prop) && typeof value === 'boolean') return value ? ` ${prop}=""` : ''
  const known = ATTRIBUTES.get(prop)
  const name = known ?? (SPOKEN.test(prop) ? prop : undefined)
  const plain = typeof value === 'string' || typeof value === 'number' || (!known && typeof value === 'boolean')
  if (!name || !plain || (LEADS.has(name) && RUNS.test(String(value)))) return null
  return ` ${name}="${escaped(String(value))}"`
}

/** A function of its properties; one of the browser is only referred to on the server, and one that waits is React's. */
function isPlainComponent(type: unknown): type is (props: Props) => ReactNode {
  return typeof type === 'function' && !('$$typeof' in type) && type.constructor.name === 'Function'
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign) : text
}

function same(names: string): [string, string][] {
  return names.split(' ').map((name) => [name, name])
}

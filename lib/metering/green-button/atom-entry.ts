import { v5 } from 'uuid'

/** The namespace (RFC 9562) of our names: what is exported again keeps the ids it had. */
const NAMESPACE = 'd2a0a8a4-5f5f-4a38-9d0c-0b6f3c6c3a1e'

export interface AtomEntry {
  /** What the entry is of; its id is made from it. */
  readonly of: string
  readonly resource: string
  readonly self: string
  readonly related?: readonly { readonly resource: string; readonly href: string; readonly feed?: true }[]
  readonly title: string
  /** The ESPI resource, its content as XML already. */
  readonly content: string
}

/** An id that is always the same for the same name, and tells nothing of it. */
export function uuidOf(name: string): string {
  return v5(name, NAMESPACE)
}

/** An Atom entry around an ESPI resource, linked as the standard has it. */
export function atomEntry({ of, resource, self, related = [], title, content }: AtomEntry, at: string): string {
  const up = self.slice(0, self.lastIndexOf('/'))
  return [
    `<entry><id>urn:uuid:${uuidOf(of)}</id>`,
    link('self', self, `espi-entry/${resource}`),
    link('up', up, `espi-feed/${resource}`),
    ...related.map((to) => link('related', to.href, `espi-${to.feed ? 'feed' : 'entry'}/${to.resource}`)),
    `<title>${escapeXml(title)}</title>`,
    `<content type="application/xml"><${resource} xmlns="http://naesb.org/espi">${content}</${resource}></content>`,
    `<published>${at}</published><updated>${at}</updated></entry>\n`,
  ].join('')
}

export function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" href="${escapeXml(href)}" type="${escapeXml(type)}"/>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For text and for attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
}

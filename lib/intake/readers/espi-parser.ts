import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type EspiEntry, type EspiItem, RESOURCES, type ResourceName } from './espi-items.ts'
import { fileBytes, withWholeHead } from './file-bytes.ts'
import type { ByteSource } from './reading-file.ts'
import { fileFault, InputFault } from './row-problems.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
const ESPI = 'http://naesb.org/espi'
const MOST_DEPTH = 64
const MOST_TEXT = 1024 * 1024
const MOST_FIELDS = 200
const LONGEST_FIELD = 512
const LONGEST_DECLARATION = 128

// UTF-16 is UTF-8 by the time it is parsed, and some programs declare it over UTF-8.
const KNOWN_ENCODING = /^(utf-?8|utf-?16(le|be)?|us-ascii|iso-?8859-1|windows-1252)$/i
const DECLARES_LATIN = /^<\?xml[^>]*encoding\s*=\s*["'](iso-?8859-1|windows-1252)["']/i

function isEspi(tag: SaxesTagNS): boolean {
  return tag.uri === ESPI || tag.uri === `${ESPI}/`
}

function resourceName(tag: SaxesTagNS): ResourceName | null {
  return (isEspi(tag) && RESOURCES.find((name) => name === tag.local)) || null
}

function href(tag: SaxesTagNS): string {
  return (tag.attributes.href?.value ?? '').trim().slice(0, LONGEST_FIELD).replace(/\/+$/, '')
}

type Collecting = { depth: number; path: string[]; fields: Record<string, string>; count: number; quality: string[] }

/**
 * Turns the parser's events into entries and readings. It looks only into the resources that describe consumption:
 * customers, addresses and bills of a feed are never kept.
 */
class EspiEvents {
  readonly items: EspiItem[] = []
  private readonly parser = new SaxesParser({ xmlns: true })
  private depth = 0
  private entry: EspiEntry | null = null
  private collecting: Collecting | null = null
  private finish: (() => void) | null = null
  private text = ''
  private lastEventAt = 0
  private isFeed = false

  constructor() {
    // Saxes expands no declared entities and fetches nothing; a DOCTYPE is refused all the same, as no feed has one.
    this.parser.on('doctype', () => this.fail(fileFault('xml_doctype_refused')))
    this.parser.on('error', (error) => {
      this.fail(fileFault('xml_malformed', { problem: error.message.replace(/^\d+:\d+: /, '') }))
    })
    this.parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
      if (!KNOWN_ENCODING.test(encoding)) this.fail(fileFault('xml_encoding', { encoding }))
    })
    this.parser.on('opentag', (tag) => this.open(tag))
    this.parser.on('closetag', (tag) => this.close(tag))
    this.parser.on('text', (text) => this.addText(text))
    this.parser.on('cdata', (text) => this.addText(text))
    for (const name of ['comment', 'processinginstruction'] as const) this.parser.on(name, () => this.progress())
  }

  get line(): number {
    return this.parser.line
  }

  write(text: string): void {
    this.parser.write(text)
    if (this.parser.position - this.lastEventAt > MOST_TEXT) this.fail(fileFault('xml_too_large', { limit: MOST_TEXT }))
  }

  end(): void {
    this.parser.close()
    if (!this.isFeed) this.fail(fileFault('not_green_button'))
  }

  private fail(fault: InputFault): never {
    throw fault.at(this.parser.line)
  }

  private progress(): void {
    this.lastEventAt = this.parser.position
  }

  private addText(text: string): void {
    this.progress()
    if (this.collecting && this.text.length < LONGEST_FIELD) this.text += text.slice(0, LONGEST_FIELD)
  }

  private open(tag: SaxesTagNS): void {
    this.progress()
    this.depth++
    this.text = ''
    if (this.depth > MOST_DEPTH) this.fail(fileFault('xml_too_deep', { limit: MOST_DEPTH }))
    if (this.depth === 1 && !(tag.uri === ATOM && (tag.local === 'feed' || tag.local === 'entry'))) {
      this.fail(fileFault('not_green_button'))
    }
    if (this.collecting) this.collecting.path.push(tag.local)
    else if (tag.uri === ATOM) this.openAtom(tag)
    else if (this.entry) this.openEspi(tag, this.entry)
  }

  private openAtom(tag: SaxesTagNS): void {
    if (tag.local === 'entry' && !this.entry) {
      this.entry = { line: this.parser.line, self: null, up: null, related: [], resources: [] }
    } else if (tag.local === 'link' && this.entry) {
      const rel = tag.attributes.rel?.value
      if (rel === 'self' || rel === 'up') this.entry[rel] = href(tag)
      else if (rel === 'related' && this.entry.related.length < MOST_FIELDS) this.entry.related.push(href(tag))
    }
  }

  private openEspi(tag: SaxesTagNS, entry: EspiEntry): void {
    this.isFeed ||= isEspi(tag)
    const name = resourceName(tag)
    const isReading = isEspi(tag) && tag.local === 'IntervalReading'
    if (!name && !isReading) return
    const { line } = this.parser
    const collecting: Collecting = { depth: this.depth, path: [], fields: {}, count: 0, quality: [] }
    const { fields, quality } = collecting
    this.collecting = collecting
    this.finish = name
      ? () => entry.resources.length < MOST_FIELDS && entry.resources.push({ name, fields })
      : () => this.items.push({ entry, reading: { line, fields, quality } })
  }

  private close(tag: SaxesTagNS): void {
    this.progress()
    if (this.collecting) this.closeCollected(this.collecting)
    else if (this.entry && tag.uri === ATOM && tag.local === 'entry') {
      this.items.push({ entry: this.entry, closed: true })
      this.entry = null
    }
    this.depth--
    this.text = ''
  }

  private closeCollected(collecting: Collecting): void {
    if (this.depth === collecting.depth) {
      this.collecting = null
      this.finish?.()
      return
    }
    const path = collecting.path.join('.')
    collecting.path.pop()
    const text = this.text.trim()
    if (text === '' || collecting.count >= MOST_FIELDS) return
    collecting.count++
    if (path === 'ReadingQuality.quality') collecting.quality.push(text)
    else collecting.fields[path] = text
  }
}

function decoderOf(head: Buffer): TextDecoder {
  return DECLARES_LATIN.test(head.toString('latin1')) ? new TextDecoder('windows-1252') : UTF8()
}

const UTF8 = () => new TextDecoder('utf-8', { fatal: true })

function decode(decoder: TextDecoder, bytes: Buffer | null, line: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw fileFault('not_utf8').at(line)
  }
}

/** Reads an Atom feed with ESPI resources as it streams in. A malformed, hostile or foreign document is one file fault. */
export async function* espiItems(source: ByteSource, maxBytes?: number): AsyncGenerator<EspiItem> {
  const events = new EspiEvents()
  let decoder: TextDecoder | null = null
  let fault: unknown = null
  const attempt = (act: () => void) => {
    try {
      act()
    } catch (error) {
      fault = error
    }
  }
  try {
    for await (const bytes of withWholeHead(fileBytes(source, maxBytes), LONGEST_DECLARATION)) {
      const read: TextDecoder = decoder ?? decoderOf(bytes)
      decoder = read
      attempt(() => events.write(decode(read, bytes, events.line)))
      yield* events.items.splice(0)
      if (fault) throw fault
    }
  } catch (error) {
    throw error instanceof InputFault ? error.at(events.line) : error
  }
  attempt(() => {
    if (decoder) events.write(decode(decoder, null, events.line))
    events.end()
  })
  yield* events.items.splice(0)
  if (fault) throw fault
}

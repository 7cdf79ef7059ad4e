/** A browser without JavaScript, as far as forms and one cookie jar go. */
export class PlainBrowser {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(path: string): Promise<string> {
    const answer = await fetch(this.#origin + path, { headers: { cookie: this.cookie }, redirect: 'manual' })
    this.#keep(answer)
    return answer.text()
  }

  /** Posts the form of a page that holds a field of this name, filled in, and returns where it leads. */
  async submit(path: string, fields: Record<string, string>): Promise<string> {
    const page = await this.get(path)
    const [key = ''] = Object.keys(fields)
    const form = page.split('<form').find((part) => part.includes(`name="${key}"`))
    if (!form) throw new Error(`${path} has no form with a field "${key}"`)
    const data = new FormData()
    for (const [, tag = ''] of form.matchAll(/<input ([^>]*type="hidden"[^>]*)>/g)) {
      data.set(attribute(tag, 'name'), attribute(tag, 'value'))
    }
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    const answer = await fetch(this.#origin + path, {
      method: 'POST',
      body: data,
      headers: { cookie: this.cookie, origin: this.#origin },
      redirect: 'manual',
    })
    this.#keep(answer)
    return answer.headers.get('location') ?? ''
  }

  #keep(answer: Response) {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

const ENTITIES: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&#x27;': "'", '&lt;': '<', '&gt;': '>' }

function attribute(tag: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replace(/&(quot|amp|#x27|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
}

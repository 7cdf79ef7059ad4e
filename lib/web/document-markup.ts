/** One process, several bundles: what they share lies where all of them find it. */
const KEY = Symbol.for('openbook.document-markup')

interface Gathering {
  getStore(): string[] | undefined
}

const shared = globalThis as typeof globalThis & { [KEY]?: Gathering }

/**
 * The markup written so far for the document that is being answered, to be found again by its place in the list. Undefined
 * in a browser, and where the answer is no document but data for one that is there already.
 */
export function documentMarkup(): string[] | undefined {
  return shared[KEY]?.getStore()
}

/** Says who knows which document is being answered; called once, by the web server. */
export function gatherBy(gathering: Gathering): void {
  shared[KEY] = gathering
}

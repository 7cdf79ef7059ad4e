import { headers } from 'next/headers'

/** Set by proxy.ts on each request: Next does not tell a page its own address. */
export const PATH_HEADER = 'x-openbook-path'

const NOWHERE = 'http://nowhere.invalid'

/** The path and query of the page being rendered; only ever used as a place to come back to. */
export async function currentPath(): Promise<string> {
  const path = (await headers()).get(PATH_HEADER)
  return path ? localPath(path) : '/'
}

/**
 * A path on this site, or `/`: an address from outside never leads elsewhere (ASVS 3.7.2). One named twice is none, and
 * what a browser would read as another host once its dots are resolved (`/.//evil.example`) is none either.
 */
export function localPath(path: string | readonly string[] | null | undefined, otherwise = '/'): string {
  if (typeof path !== 'string' || !path.startsWith('/') || /[\\\r\n\t]/.test(path)) return otherwise
  const read = URL.canParse(path, NOWHERE) ? new URL(path, NOWHERE) : null
  return read?.origin === NOWHERE && !read.pathname.startsWith('//') ? path : otherwise
}

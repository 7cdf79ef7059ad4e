export interface Route<H> {
  method: string
  /** A path with `:name` for one segment. */
  pattern: string
  run: H
}

export interface Match<H> {
  run: H
  params: Record<string, string>
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? ''
    if (part.startsWith(':') && segment !== '') params[part.slice(1)] = segment
    else if (part !== segment) return null
  }
  return params
}

export function findRoute<H>(routes: readonly Route<H>[], method: string, path: string): Match<H> | null {
  for (const route of routes) {
    if (route.method !== method) continue
    const params = matchPath(route.pattern, path)
    if (params) return { run: route.run, params }
  }
  return null
}

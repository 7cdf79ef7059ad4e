import { appendFileSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { DATA_FOLDER } from './portal.ts'

const LOG = `${DATA_FOLDER}/looked-at.log`

/** Begins anew: what an earlier run looked at counts for nothing. */
export function forgetLookedAt(): void {
  rmSync(LOG, { force: true })
}

/** Notes that axe saw the page at an address. */
export function noteLookedAt(address: string): void {
  appendFileSync(LOG, `${new URL(address).pathname}\n`)
}

/** The routes of all pages that axe did not see in this run, as the files of `app` name them. */
export function routesNotLookedAt(): string[] {
  const routes = globSync('app/**/page.tsx').map(routeOf)
  const paths = existsSync(LOG) ? readFileSync(LOG, 'utf8').split('\n').filter(Boolean) : []
  const seen = new Set(paths.map((path) => closest(routes, path)))
  return routes.filter((route) => !seen.has(route)).toSorted()
}

function routeOf(file: string): string {
  const parts = file.split(/[\\/]/).slice(1, -1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}

/** Of the routes that an address fits, the one that names most of it: as Next chooses. */
function closest(routes: readonly string[], path: string): string | undefined {
  const named = (route: string) => route.split('/').map((part) => (part.startsWith('[') ? 'b' : 'a'))
  return routes
    .filter((route) => new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}/?$`).test(path))
    .toSorted((one, other) => (named(one).join('') < named(other).join('') ? -1 : 1))[0]
}

/**
 * The same address without NULs, null where it has none. No text of the database holds one, and none is ever typed: what
 * an address looks for is looked for without it.
 */
export function withoutNul(address: URL): URL | null {
  if (!(address.pathname + address.search).includes('%00')) return null
  const clean = new URL(address)
  clean.pathname = clean.pathname.replaceAll('%00', '')
  clean.search = clean.search.replaceAll('%00', '')
  return clean
}

/**
 * The address of a request as every page can read it. A path whose escapes say nothing leads to "not found", where Next
 * would fail without a word.
 */
export function plainAddress(url: string): string {
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  const query = cut < 0 ? '' : url.slice(cut)
  return (isReadable(path) ? path : path.replaceAll('%', '%25')) + query
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

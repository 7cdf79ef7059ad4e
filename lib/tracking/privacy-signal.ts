/** By which signal a browser asks not to be tracked. */
export type PrivacySignal = 'gpc' | 'dnt'

/**
 * What a request says about tracking: Global Privacy Control (`Sec-GPC: 1`, W3C) before Do Not Track (`DNT: 1`), which
 * counts the same (WBP-08). Any other value says nothing.
 */
export function privacySignal(headers: Pick<Headers, 'get'>): PrivacySignal | null {
  if (headers.get('sec-gpc') === '1') return 'gpc'
  return headers.get('dnt') === '1' ? 'dnt' : null
}

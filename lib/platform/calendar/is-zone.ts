const KNOWN = new Set(Intl.supportedValuesOf('timeZone'))

/** Whether a zone of this name is known: `Europe/Paris`. */
export function isZone(zone: string): boolean {
  return KNOWN.has(zone) || isUnderstood(zone)
}

// Older names and other ways to write one. Not kept: whoever sends them could make up new ones for ever.
function isUnderstood(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** Coded values of the portal's own rows that have their words in another part of the catalogue. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'device.kind': 'devices.kinds',
  'consent.decision': 'consents.decisions',
  'sign_in_log.method': 'identity.sessions.methods',
  'sign_in_log.outcome': 'identity.sessions.outcomes',
  'request.kind': 'requests.kinds',
  'request.state': 'requests.states',
  'request.correspondence': 'requests.entries',
  'payment.provider': 'payments.methods',
  'payment.state': 'payments.state',
}

/** Where the catalogue says in words what a coded value means; a value that has none there is shown as it is. */
export function wordsOf(shape: string, field: string): string {
  return ELSEWHERE[`${shape}.${field}`] ?? `inventory.values.${shape}.${field}`
}

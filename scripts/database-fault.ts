/** A database that is not there as one sentence; null for any other fault. */
export function databaseFault(fault: unknown): string | null {
  const text = fault instanceof Error ? `${fault.name} ${fault.message} ${String(fault.cause ?? '')}` : String(fault)
  if (/ECONNREFUSED|P1001|DatabaseNotReachable|Can't reach database/i.test(text))
    return 'The database does not answer. Is the portal running? Start it with npm start in another terminal.'
  if (/P1000|AuthenticationFailed|authentication failed/i.test(text))
    return 'The database refuses the login of these settings.'
  return null
}

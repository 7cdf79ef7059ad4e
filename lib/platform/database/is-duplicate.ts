/** Whether a fault is the database's refusal of a second row with the same key. */
export function isDuplicate(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false
  if ('code' in fault && (fault.code === 'P2002' || fault.code === '23505')) return true
  const meta = 'meta' in fault ? fault.meta : undefined
  return typeof meta === 'object' && meta !== null && 'code' in meta && meta.code === '23505'
}

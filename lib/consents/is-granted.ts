import type { Tx } from '#lib/platform/database/index.ts'
import { lastDecisions } from './last-decisions.ts'

/** Whether a person's consent to a purpose is in force, asked in the transaction that depends on it (WEA-01). */
export async function isGranted(tx: Tx, brand: string, subject: string, purpose: string): Promise<boolean> {
  const [last] = await lastDecisions(tx, { brand, subject }, purpose)
  return last?.decision === 'granted'
}

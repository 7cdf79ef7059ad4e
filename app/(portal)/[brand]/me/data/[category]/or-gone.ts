import { Refusal } from '#lib/platform/refusal.ts'

const GONE: readonly string[] = ['inventory.not_found', 'uploads.not_found']

/**
 * Sent twice, or from another tab, a record's form comes back to a page on which the record stands no more, and neither
 * does its form: then the page of the category says so.
 */
export async function orGone(address: string, done: string, doing: () => Promise<unknown>) {
  try {
    await doing()
  } catch (fault) {
    if (!(fault instanceof Refusal) || !GONE.includes(fault.code)) throw fault
    return { redirectTo: `${address}?done=gone` }
  }
  return { redirectTo: `${address}?done=${done}` }
}

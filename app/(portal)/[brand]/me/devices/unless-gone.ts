import { Refusal } from '#lib/platform/refusal.ts'

/**
 * Does something with a device. Sent twice, or from another tab, its form comes back to a page that is there no more:
 * then the list of devices says so.
 */
export async function unlessGone(brand: string, doing: () => Promise<void>): Promise<{ redirectTo: string } | null> {
  try {
    await doing()
    return null
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'devices.not_found')
      return { redirectTo: `/${brand}/me/devices?done=gone` }
    throw fault
  }
}

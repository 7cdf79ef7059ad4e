import { getTranslations } from 'next-intl/server'

/** The way back from a tool that has no place in the bar: to all tools of the role. */
export async function toTools(): Promise<{ href: string; label: string }> {
  return { href: '/staff', label: (await getTranslations('shell.staff.places'))('tools') }
}

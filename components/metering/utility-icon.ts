import type { IconName } from '#components/ui/icon.tsx'

const ICONS: Readonly<Record<string, IconName>> = {
  electricity: 'electricity',
  gas: 'gas',
  water: 'meter',
  charging: 'charging',
}

export function utilityIcon(utility: string): IconName {
  return ICONS[utility] ?? 'meter'
}

import type { HeldQuery } from './holding.ts'

/** The values of a field, as text, that are shown with the words which are looked for. */
export function codesFor({ codes }: Pick<HeldQuery, 'codes'>, field: string): string[] {
  return codes?.find((entry) => entry.field === field)?.values.map(String) ?? []
}

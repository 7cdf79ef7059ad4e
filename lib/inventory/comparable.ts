/** Nobody has to type the accents, the curved apostrophes and the narrow spaces that we write. */
export function comparable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/\s+/g, ' ').trim().toLowerCase()
}

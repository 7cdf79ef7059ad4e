/** What is taken as evidence, by how its content begins; what a file is called says nothing. */
const SIGNATURES = [
  { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const

export type EvidenceType = (typeof SIGNATURES)[number]['mediaType']

/** The media type that the content has; null for anything that is not taken. */
export function evidenceType(content: Uint8Array): EvidenceType | null {
  const found = SIGNATURES.find(({ begins }) => begins.every((byte, at) => content[at] === byte))
  return found?.mediaType ?? null
}

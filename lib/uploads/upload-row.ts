import { seal, unseal } from '#lib/platform/crypto/index.ts'

// Bound to its row, so that nothing sealed can be moved under another person's name.
const context = (id: string, part: 'place' | 'preview') => `upload ${part} ${id}`

interface Sealed {
  readonly id: string
  readonly sealedPlace?: Uint8Array | null
  readonly sealedPreview?: Uint8Array | null
}

/** The place in a picture and its small copy, as they are stored. */
export function sealUpload(id: string, { place, preview }: { place: string | null; preview: Buffer }) {
  return {
    sealedPlace: place === null ? null : seal(place, context(id, 'place')),
    sealedPreview: seal(preview.toString('base64'), context(id, 'preview')),
  }
}

export function placeIn({ id, sealedPlace }: Sealed): string | null {
  return sealedPlace ? unseal(sealedPlace, context(id, 'place')) : null
}

export function previewIn({ id, sealedPreview }: Sealed): Buffer | null {
  return sealedPreview ? Buffer.from(unseal(sealedPreview, context(id, 'preview')), 'base64') : null
}

import type { CSSProperties } from 'react'

/** What a shell shows of a brand; a manifest has all of it. */
export interface BrandLook {
  readonly key: string
  readonly name: string
  /** One or two letters drawn as the mark. */
  readonly markLetters: string
  readonly accentLight: string
  readonly accentDark: string
}

/** Who answers for the data, in the reader's language. */
export interface BrandContact {
  readonly controller: string
  readonly address: string
  readonly email: string
  readonly phone?: string | undefined
  readonly complaint: { readonly name: string; readonly url?: string | undefined }
}

/** The accent as two custom properties; the class `brand` picks the one for light or for dark. */
export function accentStyle(brand: Pick<BrandLook, 'accentLight' | 'accentDark'>): CSSProperties {
  const properties: Record<`--${string}`, string> = {
    '--accent-light': brand.accentLight,
    '--accent-dark': brand.accentDark,
  }
  return properties
}

import { notFound } from 'next/navigation'
import { findManifest, type Manifest } from '#lib/brands/index.ts'

/** The brand in an address, or "not found". */
export function requireManifest(brand: string): Manifest {
  const manifest = findManifest(brand)
  if (!manifest) notFound()
  return manifest
}

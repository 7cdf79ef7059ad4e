import { getManifest, notePublished, policyDigest } from '#lib/brands/index.ts'

/** Counts a brand's drafts as published in this process, for tests that are not about how that comes to be. */
export function publishDrafts(brand: string): void {
  const { drafts } = getManifest(brand)
  notePublished(new Map([[brand, new Map(drafts.map((draft) => [draft.version, policyDigest(draft)]))]]))
}

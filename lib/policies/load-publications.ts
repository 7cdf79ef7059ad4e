import { inScope, systemGrant } from '#lib/access/index.ts'
import { findManifest, notePublished } from '#lib/brands/index.ts'
import { log } from '#lib/platform/log.ts'

const EVERY_MILLISECONDS = 15_000

/** Reads which drafts were published; from then on they are among their brand's policies in this process. */
export async function loadPublications(): Promise<void> {
  const grant = systemGrant('policies:load', 'policies:load', { brand: '' })
  const select = { brand: true, version: true, textHash: true } as const
  const rows = await inScope(grant, (tx) => tx.policyPublication.findMany({ select }))
  const byBrand = Map.groupBy(rows, ({ brand }) => brand)
  const digest = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  notePublished(
    new Map([...byBrand].map(([brand, of]) => [brand, new Map(of.map((one) => [one.version, digest(one.textHash)]))])),
  )
  for (const { brand, version } of rows)
    if (findManifest(brand)?.drafts.some((draft) => draft.version === version))
      log.error({ brand, version }, 'this policy says something else than what was published: it stays a draft')
}

/** Keeps a process up to date with what is published elsewhere; it knows before it serves anybody. */
export async function followPublications(): Promise<void> {
  await loadPublications()
  const again = () =>
    loadPublications().catch((fault: unknown) => log.error({ fault }, 'published policies could not be read'))
  setInterval(again, EVERY_MILLISECONDS).unref()
}

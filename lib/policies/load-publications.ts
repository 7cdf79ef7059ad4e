import { inScope, systemGrant } from '#lib/access/index.ts'
import { notePublished } from '#lib/brands/index.ts'
import { log } from '#lib/platform/log.ts'

const EVERY_MILLISECONDS = 15_000

/** Reads which drafts were published; from then on they are among their brand's policies in this process. */
export async function loadPublications(): Promise<void> {
  const grant = systemGrant('policies:load', 'policies:load', { brand: '' })
  const rows = await inScope(grant, (tx) => tx.policyPublication.findMany({ select: { brand: true, version: true } }))
  const byBrand = Map.groupBy(rows, ({ brand }) => brand)
  notePublished(new Map([...byBrand].map(([brand, of]) => [brand, new Set(of.map(({ version }) => version))])))
}

/** Keeps a process up to date with what is published elsewhere; it knows before it serves anybody. */
export async function followPublications(): Promise<void> {
  await loadPublications()
  const again = () =>
    loadPublications().catch((fault: unknown) => log.error({ fault }, 'published policies could not be read'))
  setInterval(again, EVERY_MILLISECONDS).unref()
}

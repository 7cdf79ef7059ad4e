import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { BRAND_KEYS } from '#lib/brands/index.ts'
import { listFiles, openFile, putFile } from '#lib/platform/storage/index.ts'

/**
 * What was erased and must stay so. It lies in the storage of files and not in the database, because it has to outlive a
 * restore of the database; it holds ids and dates and nothing about the person.
 */
const LedgerEntry = z.object({
  brand: z.string(),
  subject: z.uuid(),
  /** The closing that was carried out; null where one category was erased and the account goes on. */
  closure: z.uuid().nullable(),
  category: z.string().nullable(),
  requestedAt: z.coerce.date(),
  erasedAt: z.coerce.date(),
})
export type LedgerEntry = z.output<typeof LedgerEntry>

const folder = (brand: string) => `erasures/${brand}`

/** Notes an erasure before it is begun: one that is broken off is then repeated, and one that is done stays done. */
export async function noteErasure(entry: LedgerEntry): Promise<void> {
  const what = entry.closure ?? `${entry.subject}-${entry.category?.replaceAll('_', '-')}`
  await putFile(`${folder(entry.brand)}/${what}.json`, written(entry))
}

/** Every erasure ever carried out, the oldest first. */
export async function readErasures(): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (const brand of BRAND_KEYS)
    for (const key of await listFiles(folder(brand))) {
      const file = await openFile(key)
      if (file) entries.push(LedgerEntry.parse(JSON.parse(await text(file))))
    }
  return entries.toSorted((a, b) => a.erasedAt.getTime() - b.erasedAt.getTime())
}

async function* written(entry: LedgerEntry) {
  yield Buffer.from(JSON.stringify(entry))
}

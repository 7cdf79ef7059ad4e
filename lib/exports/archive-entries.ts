import type { Manifest } from '#lib/brands/index.ts'
import { HOLDINGS, heldCategories } from '#lib/inventory/index.ts'
import type { HeldRow } from '#lib/personal-data/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/index.ts'
import { openFile } from '#lib/platform/storage/index.ts'
import { aboutJson, readmeText, type Written } from './about-export.ts'
import { csvFile, inChunks, jsonFile } from './category-files.ts'
import { STANDARD_FILES, type StandardFile } from './standard-files.ts'
import type { ArchiveEntry } from './write-archive.ts'

export interface ExportOf {
  readonly manifest: Manifest
  readonly subject: string
  /** The language in which it was asked for, where that is known. */
  readonly asked: string | null
  readonly generatedAt: Date
}

/** The files of an export in their order; `categoryDone` is called as each category is through. */
export async function* archiveEntries(tx: Tx, of: ExportOf, categoryDone: () => void): AsyncGenerator<ArchiveEntry> {
  const { manifest, subject } = of
  const written: Written[] = []
  for (const { category, holding } of heldCategories(manifest)) {
    const held = { brand: manifest.key, subject, category: category.key }
    // Read twice rather than kept: the snapshot gives the same rows both times.
    const counted = countedRows(holding.all(tx, held))
    yield { name: `${category.key}.json`, content: jsonFile(counted.rows) }
    const fields = category.fields.map((field) => field.key)
    yield { name: `${category.key}.csv`, content: csvFile(fields, holding.all(tx, held)) }
    written.push({ category, rows: counted.count() })
    categoryDone()
  }
  const uploads: string[] = []
  for await (const entry of uploadedFiles(tx, of)) {
    uploads.push(entry.name)
    yield entry
  }
  const locale = isLocale(of.asked) ? of.asked : await localeOf(tx, of)
  const standardFiles: StandardFile[] = []
  for (const file of STANDARD_FILES) {
    const content = await file.write(tx, { brand: manifest.key, subject, locale, generatedAt: of.generatedAt })
    if (!content) continue
    yield { name: file.name, content: inChunks(content) }
    standardFiles.push(file)
  }
  const about = { manifest, locale, generatedAt: of.generatedAt, written, uploads, standardFiles }
  yield { name: 'about.json', content: once(aboutJson(about)) }
  yield { name: 'README.txt', content: once(readmeText(about)) }
}

async function localeOf(tx: Tx, { manifest, subject }: ExportOf): Promise<Locale> {
  const account = await tx.account.findUnique({ where: { id: subject }, select: { locale: true } })
  return isLocale(account?.locale) ? account.locale : manifest.defaultLocale
}

/** Files that the person handed over, by the ids under which they are stored: the names they chose are in the rows. */
async function* uploadedFiles(tx: Tx, { manifest, subject }: ExportOf): AsyncGenerator<ArchiveEntry> {
  for (const holding of HOLDINGS) {
    if (!holding.files) continue
    for (const key of await holding.files(tx, { brand: manifest.key, subject, category: '' }, {})) {
      const content = await openFile(key)
      if (content) yield { name: `uploads/${key.split('/').at(-1)}`, content }
    }
  }
}

function countedRows(all: AsyncIterable<HeldRow>) {
  let count = 0
  async function* rows() {
    for await (const row of all) {
      count += 1
      yield row
    }
  }
  return { rows: rows(), count: () => count }
}

async function* once(text: string) {
  yield text
}

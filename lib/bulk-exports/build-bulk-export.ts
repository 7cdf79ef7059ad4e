import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { type ArchiveEntry, jsonRow, zipOf } from '#lib/exports/index.ts'
import { heldCategories } from '#lib/inventory/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { putFile, removeFile } from '#lib/platform/storage/index.ts'
import { bulkExportReady } from './events.ts'

/** People who are read one after another before the next are looked up. */
const AT_ONCE = 500
const HOURS_KEPT = 24

interface Ordered {
  readonly id: string
  readonly content: string
  readonly changeId: string | null
}

/**
 * Makes the archive that was ordered: a file for each category with a line of JSON for each row, whose it is by the
 * reference of the account. Read as everything was at one instant and streamed. It may be repeated; what is ready stays.
 */
export async function buildBulkExport(grant: Grant<'bulk-exports:build'>, id: string): Promise<void> {
  const order = await inScope(grant, (tx) =>
    tx.bulkExport.findFirst({
      where: { id, brand: grant.brand, state: 'ordered' },
      select: { id: true, content: true, changeId: true },
    }),
  )
  if (!order) return
  const key = `bulk-exports/${grant.brand}/${id}.zip`
  const count = { people: new Set<string>(), rows: 0 }
  try {
    const stored = await inScope(
      grant,
      (tx) => putFile(key, zipOf(entries(tx, grant.brand, order, count), clock.now())),
      {
        snapshot: true,
      },
    )
    await inScope(grant, async (tx) => {
      const { people, rows } = { people: count.people.size, rows: count.rows }
      await tx.bulkExport.updateMany({
        where: { id, state: 'ordered' },
        data: {
          state: 'ready',
          people,
          rows,
          storageKey: key,
          bytes: BigInt(stored.bytes),
          sha256: stored.sha256,
          readyAt: clock.now(),
          expiresAt: clock.inMinutes(60 * HOURS_KEPT),
        },
      })
      await audit.record(tx, grant, bulkExportReady(id, people, rows))
    })
  } catch (fault) {
    await removeFile(key)
    throw fault
  }
}

type Count = { readonly people: Set<string>; rows: number }

async function* entries(tx: Tx, brand: string, order: Ordered, count: Count): AsyncGenerator<ArchiveEntry> {
  const all = heldCategories(getManifest(brand))
  const wanted =
    order.content === 'account_transfer' ? all : all.filter(({ category }) => category.key === order.content)
  for (const { category, holding } of wanted) {
    yield { name: `${category.key}.ndjson`, content: lines() }

    async function* lines() {
      for await (const { id, ref } of people(tx, brand, order.changeId)) {
        for await (const row of holding.all(tx, { brand, subject: id, category: category.key })) {
          count.people.add(id)
          count.rows += 1
          yield `${JSON.stringify({ account: ref, ...jsonRow(row) })}\n`
        }
      }
    }
  }
}

/** Everybody of the brand whose account is open; of a change of controller only who agreed to it (WBP-10). */
async function* people(tx: Tx, brand: string, changeId: string | null) {
  const agreed = changeId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM controller_answer c WHERE c.change_id = ${changeId}::uuid AND c.subject_id = a.id AND c.answer = 'agreed')`
    : Prisma.empty
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await tx.$queryRaw<{ id: string; ref: string }[]>`
      SELECT a.id, a.ref FROM account a
      WHERE a.brand = ${brand} AND a.state IN ('active', 'closing', 'suspended') AND a.id > ${after}::uuid ${agreed}
      ORDER BY a.id LIMIT ${AT_ONCE}`
    yield* found
    const last = found.at(-1)
    if (!last || found.length < AT_ONCE) return
    after = last.id
  }
}

import { database, Prisma } from '#lib/platform/database/index.ts'

/** Every table that holds rows of people, from the catalogue, with the column that says whose they are. */
export async function tablesOfPeople(): Promise<{ table: string; column: 'subject_id' | 'id' }[]> {
  const rows = await database('system').$queryRaw<{ table: string }[]>`
    SELECT c.relname AS "table" FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'subject_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`
  return [
    { table: 'account', column: 'id' as const },
    ...rows.map(({ table }) => ({ table, column: 'subject_id' as const })),
  ]
}

/** For each table how many rows a person has, and a digest of everything that stands in them. */
export async function rowsOf(subject: string): Promise<Map<string, { rows: number; digest: string }>> {
  const tables = await tablesOfPeople()
  const counted = await database('system').$queryRaw<{ table: string; rows: bigint; digest: string | null }[]>(
    Prisma.join(
      tables.map(
        ({ table, column }) => Prisma.sql`
          SELECT ${table} AS "table", count(*) AS rows, md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest
          FROM ${Prisma.raw(`"${table}"`)} AS t WHERE ${Prisma.raw(column)} = ${subject}::uuid`,
      ),
      ' UNION ALL ',
    ),
  )
  return new Map(counted.map(({ table, rows, digest }) => [table, { rows: Number(rows), digest: digest ?? '' }]))
}

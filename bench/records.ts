import pg from 'pg'
import { writeCursor } from '#lib/inventory/schema.ts'
import { DEMO_ACCOUNTS, DEMO_NEIGHBOURS, DEMO_PASSWORD, type DemoAccount } from '#prisma/seed/accounts.ts'
import { PlainBrowser } from './browser.ts'
import { median } from './load.ts'
import { ownerUrl, type Portal } from './portal.ts'
import type { Figure } from './report.ts'

const BRAND = 'we-lock'
const PAGE = `/${BRAND}/me/data/service_log`
const [MANY, FEW] = [1_000_000, 1_000]
const ROUNDS = 41

/**
 * The service log of a person with a million rows (LCK-06): its last page against its first, and each page and search
 * against the same of a person with a thousand. Asked in turn, one at a time, on the same server.
 */
export async function measureRecords(portal: Portal): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: ownerUrl(portal) })
  await client.connect()
  const people = async () => {
    const many = await personWith(client, portal, DEMO_ACCOUNTS, MANY)
    const few = await personWith(client, portal, DEMO_NEIGHBOURS, FEW)
    await client.query('VACUUM ANALYZE data_record')
    return { many, few }
  }
  const { many, few } = await people().finally(() => client.end())
  const figure = async (name: string, of: Asked, to: Asked, floor: string, most: number): Promise<Figure> => {
    const { ratio, spread, note } = await compare(of, to)
    return { name, ratio, spread, floor, target: `at most ${most}`, met: ratio <= most, note }
  }
  const search = (words: string): Promise<Figure> => {
    const path = `${PAGE}?search=${encodeURIComponent(words)}`
    return figure(`search "${words}"`, { ...many, path }, { ...few, path }, 'the same among a thousand', 2)
  }
  const first = { ...many, path: PAGE }
  return [
    await figure('last page', { ...many, path: `${PAGE}?at=${many.last}` }, first, 'first page of a million', 1.5),
    await figure('first page', first, { ...few, path: PAGE }, 'the same of a thousand', 1.5),
    await search('needle'),
    await search('histoire'),
    await search('no such words'),
    // What these are shown with, and what nearly all and four of them hold as codes.
    await search('Viewed'),
    await search('Failed'),
    // When these are from: a day of every year, and one on which neither of them has any.
    await search('31 October'),
    await search('3 March 2020'),
  ]
}

interface Asked {
  readonly browser: PlainBrowser
  readonly path: string
}

/** Signs somebody in whose log has so many rows, four of them with a word that no other has. */
async function personWith(client: pg.Client, portal: Portal, known: readonly DemoAccount[], rows: number) {
  const account = known.find(({ brand }) => brand === BRAND)
  if (!account?.ref) throw new Error(`${BRAND} has nobody to measure with`)
  const { rows: found } = await client.query<{ id: string }>('SELECT id FROM account WHERE brand = $1 AND ref = $2', [
    BRAND,
    account.ref,
  ])
  const subject = found[0]?.id ?? ''
  await client.query(
    `INSERT INTO data_record (id, brand, subject_id, category, source, sender_id, content_hash, occurred_at, fields)
     SELECT gen_random_uuid(), $1::text, $2::text::uuid, 'service_log', 'website', 'bench-' || $2::text || '-' || i, '\\x00',
       timestamptz '2026-11-01' - i * interval '30 seconds', jsonb_build_object('event', CASE WHEN i % ($3::integer / 4) = 1 THEN 'failure' ELSE 'view' END, 'subject',
         (ARRAY['Journal de la porte', 'Réglages', 'Historique', 'histoire de clés'])[1 + i % 4]
           || CASE WHEN i % ($3::integer / 4) = 0 THEN ' needle' ELSE '' END,
         'referrer', 'https://we-lock.example/aide/' || i % 5000, 'ip_address', '203.0.113.' || i % 250)
     FROM generate_series(1, $3::integer) i ON CONFLICT DO NOTHING`,
    [BRAND, subject, rows],
  )
  const oldest = await client.query<{ id: string; at: Date }>(
    `SELECT id, occurred_at AS at FROM data_record WHERE brand = $1 AND subject_id = $2 AND category = 'service_log'
     ORDER BY occurred_at, id OFFSET 20 LIMIT 1`,
    [BRAND, subject],
  )
  const browser = new PlainBrowser(portal.url)
  await browser.submit(`/${BRAND}/sign-in`, { identifier: account.identifier, password: DEMO_PASSWORD })
  const [row] = oldest.rows
  return { browser, last: row ? writeCursor(row) : '' }
}

async function compare(of: Asked, to: Asked) {
  const [times, floors, ratios]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS + 3; round += 1) {
    const [time, floor] = [await timeOf(of), await timeOf(to)]
    // The first rounds warm both up.
    if (round < 3) continue
    times.push(time)
    floors.push(floor)
    ratios.push(time / floor)
  }
  const sorted = ratios.toSorted((a, b) => a - b)
  const quarter = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN
  return {
    ratio: median(times) / median(floors),
    spread: [quarter(0.25), quarter(0.75)] as const,
    note: `${median(times).toFixed(0)} ms to ${median(floors).toFixed(0)} ms`,
  }
}

async function timeOf({ browser, path }: Asked): Promise<number> {
  const began = performance.now()
  const page = await browser.get(path)
  if (!page.includes('<main')) throw new Error(`${path} is no page`)
  return performance.now() - began
}

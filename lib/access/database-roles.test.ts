import { describe, expect, it } from 'vitest'
import { database } from '#lib/platform/database/index.ts'
import { tablesOfPeople } from '#lib/testing/held-rows.ts'

/*
 * What the database itself refuses to the roles that the portal runs as, asserted from its catalogue (ASVS 13.2.2).
 */

const ROLES = ['openbook_app', 'openbook_staff', 'openbook_system'] as const
const catalogue = database('system')

/** Never changed once written. */
const APPEND_ONLY = [
  'audit_event',
  'consent_record',
  'erasure_entry',
  'ledger_entry',
  'ledger_transaction',
  'notice_text',
  'policy_acceptance',
  'policy_publication',
  'recipient_announcement',
  'statistic',
]
/** Of these the system role may remove rows, and a trigger lets it only once the account was erased. */
const REMOVED_AFTER_ERASURE = ['consent_record', 'policy_acceptance']

/** What staff reach before and beside acting for a person; everything else is out of their role's sight. */
const SEEN_BY_STAFF = [
  'account',
  'approval',
  'arrangement',
  'arrears_notice',
  'audit_event',
  'authorised_agent',
  'bill',
  'bill_correction',
  'billing_period',
  'bulk_export',
  'closure',
  'consent_delivery',
  'controller_change',
  'dispute',
  'incident',
  'ledger_entry',
  'payment',
  'payment_share',
  'period_outcome',
  'policy_publication',
  'refund',
  'request_entry',
  'request_evidence',
  'rights_request',
  'sign_in_identifier',
  'staff_member',
  'statistic',
  'support_session',
  'wind_down',
]

/** What staff look over in several brands at once, and never change there. */
const SURVEYED_BY_STAFF = ['rights_request']

/** Policies of staff that name no brand: none of them writes what is a person's. */
const UNBOUND_FOR_STAFF = ['approval SELECT', 'staff_member SELECT', 'support_session ALL', 'support_session UPDATE']

interface TableRow {
  table: string
  secured: boolean
  forced: boolean
  owner: string
}

function tables() {
  return catalogue.$queryRaw<TableRow[]>`
    SELECT relname AS "table", relrowsecurity AS secured, relforcerowsecurity AS forced, relowner::regrole::text AS owner
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND relname <> '_prisma_migrations' ORDER BY 1`
}

async function may(role: string, table: string, privilege: string): Promise<boolean> {
  const [row] = await catalogue.$queryRaw<{ may: boolean }[]>`
    SELECT CASE WHEN ${privilege} IN ('DELETE', 'TRUNCATE') THEN has_table_privilege(${role}, ${table}, ${privilege})
                ELSE has_table_privilege(${role}, ${table}, ${privilege}) OR has_any_column_privilege(${role}, ${table}, ${privilege})
           END AS may`
  return row?.may ?? true
}

describe('the roles of the running portal', () => {
  it('cannot pass row-level security, make roles or databases, or take on the owner', async () => {
    const roles = await catalogue.$queryRaw<Record<string, unknown>[]>`
      SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
             (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS memberships
      FROM pg_roles r WHERE rolname LIKE 'openbook\\_%' ORDER BY 1`
    expect(roles.map(({ rolname }) => rolname)).toEqual([
      'openbook_app',
      'openbook_queue',
      'openbook_staff',
      'openbook_system',
    ])
    for (const { rolname: _, memberships, ...powers } of roles) {
      expect(Object.values(powers)).toEqual([false, false, false, false, false])
      expect(memberships).toBe(0)
    }
  })

  it('own nothing and can make nothing', async () => {
    const [owned] = await catalogue.$queryRaw<{ n: number }[]>`
      SELECT (SELECT count(*) FROM pg_class WHERE relowner::regrole::text = ANY (${[...ROLES]}))::int
           + (SELECT count(*) FROM pg_namespace WHERE nspowner::regrole::text = ANY (${[...ROLES]}))::int AS n`
    expect(owned?.n).toBe(0)
    // One function runs as its owner, so that an index can serve a search under row-level security; it narrows by
    // brand and subject of the transaction itself, and nobody may change it.
    const definers = await catalogue.$queryRaw<{ name: string; owner: string }[]>`
      SELECT proname AS name, proowner::regrole::text AS owner FROM pg_proc
      WHERE prosecdef AND pronamespace = 'public'::regnamespace OR proowner::regrole::text = ANY (${[...ROLES]})`
    expect(definers).toEqual([{ name: 'search_data_records', owner: 'openbook_system' }])
    for (const role of ROLES) {
      const [made] = await catalogue.$queryRaw<{ schema: boolean; database: boolean; queue: boolean }[]>`
        SELECT has_schema_privilege(${role}, 'public', 'CREATE') AS schema,
               has_schema_privilege(${role}, 'pgboss', 'CREATE') AS queue,
               has_database_privilege(${role}, current_database(), 'CREATE') AS database`
      expect(made, role).toEqual({ schema: false, database: false, queue: false })
    }
  })

  it('can change no definition, even when they try', async () => {
    for (const role of ['app', 'staff', 'system'] as const)
      for (const statement of [
        'CREATE TABLE public.made (id int)',
        'ALTER TABLE profile DISABLE ROW LEVEL SECURITY',
        'DROP POLICY own_rows ON profile',
        'TRUNCATE audit_event',
        'SET ROLE postgres',
      ])
        await expect(database(role).$executeRawUnsafe(statement), `${role}: ${statement}`).rejects.toThrow(
          /permission denied|must be owner/,
        )
  })
})

describe('row-level security', () => {
  it('is on, and forced for the owner too, on every table', async () => {
    const bare = (await tables()).filter(({ secured, forced }) => !secured || !forced).map(({ table }) => table)
    expect(bare).toEqual([])
  })

  it('[WBP-12] binds the role of a person to one brand and one person, for reading and for writing, on each table of people', async () => {
    const policies = await catalogue.$queryRaw<
      { table: string; command: string; using: string; check: string | null }[]
    >`
      SELECT tablename AS "table", cmd AS command, qual AS using, with_check AS check
      FROM pg_policies WHERE schemaname = 'public' AND 'openbook_app' = ANY (roles)`
    for (const { table, column } of await tablesOfPeople()) {
      const own = policies.filter((policy) => policy.table === table)
      const line = `((brand = app_brand()) AND (${column} = app_subject()))`
      expect(own, table).toEqual([{ table, command: 'ALL', using: line, check: line }])
    }
  })

  it('[WBP-12] binds the role of staff to one brand, but for who works here, their own sessions and what waits for approval', async () => {
    const unbound = await catalogue.$queryRaw<{ table: string; command: string }[]>`
      SELECT tablename AS "table", cmd AS command FROM pg_policies
      WHERE schemaname = 'public' AND 'openbook_staff' = ANY (roles)
        AND policyname <> 'staff_survey'
        AND coalesce(qual, '') || coalesce(with_check, '') NOT LIKE '%(brand = app_brand())%' ORDER BY 1, 2`
    expect(unbound.map(({ table, command }) => `${table} ${command}`)).toEqual(UNBOUND_FOR_STAFF)
  })

  it('lets staff look over several brands where the transaction names them, and change nothing by it', async () => {
    const surveys = await catalogue.$queryRaw<{ table: string; command: string; roles: string; using: string }[]>`
      SELECT tablename AS "table", cmd AS command, array_to_string(roles, ' ') AS roles, qual AS using FROM pg_policies
      WHERE schemaname = 'public' AND (policyname = 'staff_survey' OR qual LIKE '%app_brands()%') ORDER BY 1`
    const using = '(brand = ANY (app_brands()))'
    expect(surveys).toEqual(
      SURVEYED_BY_STAFF.map((table) => ({ table, command: 'SELECT', roles: 'openbook_staff', using })),
    )
  })

  it('gives nothing to anybody else: each policy names the roles it is for', async () => {
    const loose = await catalogue.$queryRaw<{ policyname: string }[]>`
      SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND 'public' = ANY (roles)`
    expect(loose).toEqual([])
  })

  it('[WBP-12] shows staff a few tables of one brand, and never a secret', async () => {
    const seen: string[] = []
    for (const { table } of await tables()) if (await may('openbook_staff', table, 'SELECT')) seen.push(table)
    expect(seen).toEqual(SEEN_BY_STAFF)
    const secrets = await catalogue.$queryRaw<{ column: string }[]>`
      SELECT c.relname || '.' || a.attname AS "column" FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND (c.relname, a.attname) IN (('account', 'password_hash'), ('account', 'birth_date'),
                                       ('sign_in_identifier', 'sealed'), ('staff_member', 'password_hash'))
        AND has_column_privilege('openbook_staff', c.oid, a.attnum, 'SELECT')`
    expect(secrets).toEqual([])
  })
})

describe('what is append-only', () => {
  it.each(APPEND_ONLY)('%s: no role has a way to change it', async (table) => {
    for (const role of ROLES) {
      expect(await may(role, table, 'UPDATE'), `${role} UPDATE`).toBe(false)
      expect(await may(role, table, 'TRUNCATE'), `${role} TRUNCATE`).toBe(false)
      const removes = role === 'openbook_system' && REMOVED_AFTER_ERASURE.includes(table)
      expect(await may(role, table, 'DELETE'), `${role} DELETE`).toBe(removes)
    }
  })

  it('is guarded by triggers as well, against the owner too', async () => {
    const guarded = await catalogue.$queryRaw<{ table: string; triggers: number }[]>`
      SELECT c.relname AS "table", count(*)::int AS triggers FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND t.tgname IN ('append_only', 'append_only_all')
      GROUP BY 1 ORDER BY 1`
    expect(guarded).toEqual(APPEND_ONLY.map((table) => ({ table, triggers: 2 })))
  })
})

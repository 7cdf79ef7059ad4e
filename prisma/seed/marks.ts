import { type Grant, inScope, subjectOf, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'

/** How far the demo of a brand has come. */
export interface Mark {
  /** The day from which its past is told; a run that was cut off goes on with the same. */
  readonly today: Date
  readonly filled: boolean
}

const seedOf = (brand: string) => systemGrant('demo:seed', 'demo:seed', { brand })

/** Brands whose demo was begun, by their keys. */
export async function findMarks(): Promise<Map<string, Mark>> {
  const events = await inScope(seedOf(''), (tx) =>
    tx.auditEvent.findMany({
      where: { brand: { in: [...BRAND_KEYS] }, name: { in: ['demo.begun', 'demo.filled'] } },
      select: { brand: true, name: true, target: true },
    }),
  )
  const filled = new Set(events.flatMap(({ brand, name }) => (name === 'demo.filled' ? [brand] : [])))
  return new Map(
    events.flatMap(({ brand, name, target }) =>
      brand && target && name === 'demo.begun'
        ? [[brand, { today: new Date(`${target}T00:00:00Z`), filled: filled.has(brand) }] as const]
        : [],
    ),
  )
}

export async function markBegun(brand: string, today: Date): Promise<void> {
  const grant = seedOf(brand)
  const target = today.toISOString().slice(0, 10)
  await inScope(grant, (tx) => audit.record(tx, grant, { name: 'demo.begun', target }))
}

export async function markFilled(brand: string): Promise<void> {
  const grant = seedOf(brand)
  await inScope(grant, (tx) => audit.record(tx, grant, { name: 'demo.filled' }))
}

/** A part of a person's demo in one transaction, with the mark that keeps it from being told twice. */
export async function once(
  grant: Grant,
  part: 'account' | 'choices' | 'records' | 'bills',
  tell: (tx: Tx) => Promise<void>,
): Promise<void> {
  const name = `demo.${part}` as const
  await inScope(grant, async (tx) => {
    const where = { brand: grant.brand, subjectId: subjectOf(grant), name }
    if ((await tx.auditEvent.count({ where })) > 0) return
    await tell(tx)
    await audit.record(tx, grant, { name })
  })
}

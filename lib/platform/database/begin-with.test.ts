import { describe, expect, it } from 'vitest'
import { beginWith, database } from './index.ts'

const read = (client: { $queryRaw: ReturnType<typeof database>['$queryRaw'] }) =>
  client.$queryRaw<{ brand: string | null }[]>`SELECT nullif(current_setting('app.brand', true), '') AS brand`

describe('a transaction begins', () => {
  it('with its own settings, beside a hundred others', async () => {
    const seen = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        beginWith({ 'app.brand': `brand ${index}` }, (begun) =>
          database('app').$transaction(
            async (tx) => {
              begun()
              return read(tx)
            },
            { maxWait: 20_000 },
          ),
        ),
      ),
    )
    expect(seen.map(([row]) => row?.brand)).toEqual(Array.from({ length: 100 }, (_, index) => `brand ${index}`))
    expect(await read(database('app'))).toEqual([{ brand: null }])
  })

  it('with them at the isolation that was asked for', async () => {
    const [row] = await beginWith({ 'app.brand': 'one' }, () =>
      database('app').$transaction(
        (tx) =>
          tx.$queryRaw<
            object[]
          >`SELECT current_setting('transaction_isolation') AS isolation, current_setting('app.brand') AS brand`,
        { isolationLevel: 'RepeatableRead' },
      ),
    )
    expect(row).toEqual({ isolation: 'repeatable read', brand: 'one' })
  })

  it.each(["'; DROP TABLE session; --", "\\'; SELECT 1; --", '\\', "''", '" $1 $$ 的'])(
    'with %s as it is',
    async (value) => {
      const [row] = await beginWith({ 'app.brand': value }, () => database('app').$transaction((tx) => read(tx)))
      expect(row?.brand).toBe(value)
    },
  )

  it('alone with them: another one inside it has none', async () => {
    const inner = await beginWith({ 'app.brand': 'outer' }, () =>
      database('app').$transaction(() => database('system').$transaction((tx) => read(tx))),
    )
    expect(inner).toEqual([{ brand: null }])
  })

  it('never without them, where they were asked for', async () => {
    const proof = beginWith({ 'app.brand': 'one' }, async (begun) => begun())
    await expect(proof).rejects.toThrow('without its settings')
  })
})

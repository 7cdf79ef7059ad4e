import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { database } from './index.ts'
import { retryConflict } from './retry-conflict.ts'

it('runs the loser of a deadlock in raw SQL again, and nothing else', async () => {
  const locks = (first: bigint, second: bigint) => {
    let runs = 0
    return retryConflict(async () => {
      runs += 1
      await database('system').$transaction(async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${first})`
        if (runs === 1) await pause(300)
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${second})`
      })
      return runs
    })
  }
  const runs = await Promise.all([locks(77_001n, 77_002n), locks(77_002n, 77_001n)])
  expect(runs.toSorted()).toEqual([1, 2])
  let tried = 0
  const failing = retryConflict(async () => {
    tried += 1
    await database('system').$executeRaw`SELECT 1 / 0`
  })
  await expect(failing).rejects.toThrow('22012')
  expect(tried).toBe(1)
})

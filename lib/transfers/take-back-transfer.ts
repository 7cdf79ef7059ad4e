import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { transferTakenBack } from './events.ts'
import { memberOf } from './member-of.ts'
import type { TransferStep } from './schema.ts'

/**
 * Takes back that a person's data was marked for transfer: by mistake, or because it is not needed any more. The row
 * stays, and its person sees both. Doing it again changes nothing.
 * @throws Refusal `transfers.not_found`
 */
export async function takeBackTransfer(grant: Grant<'transfers:mark'>, { transfer: id }: TransferStep): Promise<void> {
  const { brand } = grant
  await inScope(grant, async (tx) => {
    const { count } = await tx.dataTransfer.updateMany({
      where: { id, brand, takenBackAt: null },
      data: { takenBackAt: clock.now(), takenBackBy: memberOf(grant) },
    })
    const held = await tx.dataTransfer.findFirst({ where: { id, brand }, select: { subjectId: true } })
    if (!held) throw new Refusal('transfers.not_found')
    if (count > 0) await audit.record(tx, grant, transferTakenBack(id, held.subjectId))
  })
}

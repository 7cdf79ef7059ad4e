import { type Grant, inScope } from '#lib/access/index.ts'
import type { Afterwards } from '#lib/approvals/index.ts'
import { audit } from '#lib/audit/index.ts'
import { type Category, getManifest } from '#lib/brands/index.ts'
import { holdingOf } from '#lib/inventory/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { answerDeletion } from '#lib/requests/index.ts'
import { beginClosing } from './begin-closing.ts'
import { plannedEnd } from './closing-plan.ts'
import { noteErasure } from './erasure-ledger.ts'
import { categoryErased, closingRequested } from './events.ts'
import type { AcceptDeletion } from './schema.ts'

type Erase = Grant<'requests:erase'>

/** The categories that can be erased by themselves: nothing holds them back, and the account can do without them. */
export function erasableCategories(brand: string): Category[] {
  return getManifest(brand).categories.filter(
    (category) => category.shape !== 'registration' && plannedEnd(category, clock.now()).end === 'erased',
  )
}

/**
 * Carries out a request for deletion that was found to be right (WBP-16): the whole account, as its closing would, or one
 * category. Answered and begun together; files go and the erasure is noted for the day on which a backup is restored by
 * what it answers with, once that is sure.
 * @throws Refusal `retention.not_erasable`, `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function acceptDeletion(grant: Erase, input: AcceptDeletion): Promise<Afterwards> {
  if (input.part !== 'account') return erasePart(grant, input, input.part)
  await eraseWhole(grant, input)
  return async () => undefined
}

async function eraseWhole(grant: Erase, input: AcceptDeletion): Promise<void> {
  await inScope(grant, async (tx) => {
    const { subject } = await answerDeletion(tx, grant, input)
    const id = await beginClosing(tx, { brand: grant.brand, subject })
    await audit.record(tx, grant, { ...closingRequested(id), subject })
  })
}

async function erasePart(grant: Erase, input: AcceptDeletion, part: string): Promise<Afterwards> {
  const category = erasableCategories(grant.brand).find(({ key }) => key === part)
  const holding = category && holdingOf(category)
  if (!holding) throw new Refusal('retention.not_erasable', { field: 'part' })
  const at = clock.now()
  const done = await inScope(grant, async (tx) => {
    const { subject, openedAt } = await answerDeletion(tx, grant, input)
    const own = { brand: grant.brand, subject, category: part }
    const keys = (await holding.files?.(tx, own, {})) ?? []
    const { erased } = await holding.erase(tx, own, { end: 'erase' })
    await tx.erasureEntry.create({
      data: {
        brand: own.brand,
        subjectId: subject,
        category: part,
        cause: 'request',
        erased,
        anonymised: 0,
        kept: 0,
        at,
      },
      select: { id: true },
    })
    await audit.record(tx, grant, { ...categoryErased(part, erased, 0, 0), subject })
    return { keys, subject, openedAt }
  })
  const { keys, subject, openedAt: requestedAt } = done
  return async () => {
    for (const key of keys) await removeFile(key)
    await noteErasure({ brand: grant.brand, subject, closure: null, category: part, requestedAt, erasedAt: at })
  }
}

import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { giveUpCards } from '#lib/autopay/index.ts'
import { type Category, getManifest, type Manifest } from '#lib/brands/index.ts'
import { disableAccount, notifyPerson } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { certificateToken } from './certificate-token.ts'
import { closingPlan } from './closing-plan.ts'
import { eraseBookkeeping, eraseCategory, eraseLeftovers } from './erase-category.ts'
import { noteErasure } from './erasure-ledger.ts'
import { accountErased } from './events.ts'
import { CLOSURE_MAY_COME_FROM } from './lifecycle.ts'

type ErasureGrant = Grant<'retention:erase-account'>

/**
 * Erases an account whose days of grace are over: category by category, each with its entry, in a transaction of its
 * own; the account itself last. Broken off anywhere, it goes on from there when it is run again. Does nothing where the
 * closing was undone, is not due yet, or was carried out.
 */
export async function eraseAccount(grant: ErasureGrant): Promise<'erased' | 'nothing_due'> {
  const closing = await beginErasure(grant)
  if (!closing) return 'nothing_due'
  await noteErasure({
    brand: grant.brand,
    subject: subjectOf(grant),
    closure: closing.id,
    category: null,
    requestedAt: closing.requestedAt,
    erasedAt: clock.now(),
  })
  const manifest = getManifest(grant.brand)
  const plan = closingPlan(manifest, clock.now())
  const [account, others] = splitAccount(manifest)
  await giveUpCards(grant)
  for (const category of others) await eraseCategory(grant, category, plan)
  await eraseLeftovers(grant, plan)
  await eraseBookkeeping(grant)
  await finishErasure(grant, closing.id, () => eraseCategory(grant, account, plan), manifest)
  return 'erased'
}

/**
 * From here on the closing cannot be undone: the account is disabled and its sessions end, while its address is still
 * known, for the last message.
 */
async function beginErasure(grant: ErasureGrant): Promise<{ id: string; requestedAt: Date } | null> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  return inScope(grant, async (tx) => {
    const [closing] = await tx.$queryRaw<{ id: string; requestedAt: Date; eraseAfter: Date }[]>`
      SELECT id, requested_at AS "requestedAt", erase_after AS "eraseAfter" FROM closure
      WHERE brand = ${of.brand} AND subject_id = ${of.subject}::uuid AND state = 'requested' FOR UPDATE`
    if (!closing || closing.eraseAfter > clock.now()) return null
    await disableAccount(tx, of)
    return closing
  })
}

/** The message that leaves last, the account itself and the state of the closing: together or not at all. */
async function finishErasure(
  grant: ErasureGrant,
  closureId: string,
  eraseRegistration: () => Promise<void>,
  { key: brand }: Manifest,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const path = `/${brand}/certificate/${certificateToken(closureId)}`
    await notifyPerson(tx, { brand, subject: subjectOf(grant) }, { kind: 'retention.erased', path })
    await eraseRegistration()
    await tx.closure.updateMany({
      where: { id: closureId, state: { in: [...CLOSURE_MAY_COME_FROM.erased] } },
      data: { state: 'erased', erasedAt: clock.now() },
    })
    await audit.record(tx, grant, accountErased(closureId))
  })
}

/** What the account was opened with goes last: until then it is known whose the rest is. */
function splitAccount({ key, categories }: Manifest): [Category, Category[]] {
  const account = categories.find((category) => category.shape === 'registration')
  if (!account) throw new Error(`${key} declares no registration`)
  return [account, categories.filter((category) => category !== account)]
}

import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { takeBackAgreement } from '#lib/identity/index.ts'
import { queueMail } from '#lib/notifications/index.ts'
import { beginClosing } from './begin-closing.ts'
import { certificateToken } from './certificate-token.ts'
import { accountDeactivated, closingRequested } from './events.ts'
import type { WithdrawAsGuardian } from './schema.ts'
import { stopAccount } from './stop-account.ts'

/**
 * A guardian takes back their agreement by the link that was mailed to them (ENB-15): before there is an account none can
 * come any more; one that there is is stopped at once and erased, except what a law keeps, and the guardian gets the
 * address of its certificate.
 * @throws Refusal `identity.guardian_gone`, `identity.guardian_grown`
 */
export async function withdrawAsGuardian(
  grant: Grant<'guardians:decide'>,
  { token }: Pick<WithdrawAsGuardian, 'token'>,
): Promise<void> {
  const { brand } = grant
  await inScope(grant, async (tx) => {
    const { subject, guardian, locale } = await takeBackAgreement(tx, grant, { token })
    if (!subject) return
    await stopAccount(tx, { brand, subject }, 'guardian_withdrew')
    await audit.record(tx, grant, accountDeactivated(subject))
    const id = await beginClosing(tx, { brand, subject })
    await audit.record(tx, grant, { ...closingRequested(id), subject, detail: { ground: 'child' } })
    const mail = { kind: 'identity.guardian_withdrawn', to: guardian, locale, values: {} }
    await queueMail(tx, { brand, subject: null }, { ...mail, path: `/${brand}/certificate/${certificateToken(id)}` })
  })
}

import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { localeChosen } from './events.ts'
import type { SetLocale } from './schema.ts'

/** Chooses the language in which the portal and its mails speak to the person. */
export async function setLocale(grant: Grant<'profile:edit'>, { locale }: SetLocale): Promise<void> {
  await inScope(grant, async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: subjectOf(grant), locale: { not: locale } },
      data: { locale },
    })
    if (count > 0) await audit.record(tx, grant, localeChosen(locale))
  })
}

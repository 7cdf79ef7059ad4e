import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { queueMail, queueSms } from '#lib/notifications/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isLocale, type Locale, translator } from '#lib/platform/i18n/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { requestToken, unsealContact } from './without-account/contact.ts'

/** What could not be told in so many days is told no more: the page of the request says it. */
const DAYS = 2

/** Writes to whoever asked that there is something new about their request. The words stay on its page. Once. */
export async function tellPerson(
  grant: Grant<'requests:tell'>,
  { entry: id }: { readonly entry: string },
): Promise<void> {
  const { brand } = grant
  await inScope(grant, async (tx) => {
    const entry = await tx.requestEntry.findFirst({
      where: { id, brand, toldAt: null, at: { gt: clock.inDays(-DAYS) } },
      select: { kind: true, requestId: true },
    })
    const request = entry && (await tx.rightsRequest.findFirst({ where: { id: entry.requestId, brand } }))
    if (!entry || !request) return
    const { zone, answerDays } = getManifest(brand)
    const values = (locale: Locale) => {
      const dates = dateFormat(locale, { dateStyle: 'long', timeZone: zone })
      return {
        number: request.number,
        sent: dates.format(request.openedAt),
        day: request.dueAt ? dates.format(request.dueAt) : '',
        days: answerDays,
        agent: request.agentName ?? '',
        what: translator(locale, 'requests')(`kinds.${request.kind}`),
      }
    }
    const kind = `requests.${entry.kind}`
    if (request.subjectId) {
      const notice = { kind, values, path: `/${brand}/me/requests/${request.id}` }
      await notifyPerson(tx, { brand, subject: request.subjectId }, notice)
    } else {
      const to = unsealContact(request.id, request.sealedContact)
      const path = `/${brand}/request/${requestToken(request.id)}`
      const locale = isLocale(request.locale) ? request.locale : 'en'
      // Their link is their sign-in.
      const link = request.agentName ? 'requests.agent_link' : 'requests.confirm_link'
      const asked = entry.kind === 'identity_asked' ? link : kind
      const queue = to?.includes('@') ? queueMail : queueSms
      if (to)
        await queue(
          tx,
          { brand, subject: null },
          { kind: asked, to, locale, values: values(locale), path, linkInText: true },
        )
    }
    await tx.requestEntry.updateMany({ where: { id, toldAt: null }, data: { toldAt: clock.now() } })
  })
}

import { creditNotePdf } from '#app/bill-pdf.ts'
import { openBillDocument } from '#lib/billing/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** The credit note over a bill as a PDF; a bill that was not taken back has none. */
export const GET = defineRoute({
  permission: 'bills:view',
  limit: { times: 120, minutes: 60 },
  page: (brand) => `/${brand}/me/bills`,
  async run(grant, _request, { bill: id = '' }) {
    const [bill, locale] = [
      await openBillDocument(grant, { billId: id, document: 'credit_note' }),
      await requestLocale(),
    ]
    const { creditNote } = bill
    if (!creditNote) throw new Refusal('billing.not_found')
    const content = await creditNotePdf({ ...bill, creditNote }, grant.brand, locale)
    return fileResponse({ name: `${creditNote.number}.pdf`, mediaType: 'application/pdf', content })
  },
})

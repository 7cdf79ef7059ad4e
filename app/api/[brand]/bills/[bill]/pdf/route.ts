import { billPdf } from '#app/bill-pdf.ts'
import { openBillDocument } from '#lib/billing/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** The bill as a PDF in the reader's language: its person's, or not found; each download is recorded. */
export const GET = defineRoute({
  permission: 'bills:view',
  limit: { times: 120, minutes: 60 },
  page: (brand) => `/${brand}/me/bills`,
  async run(grant, _request, { bill: id = '' }) {
    const [bill, locale] = [await openBillDocument(grant, { billId: id, document: 'bill' }), await requestLocale()]
    const content = await billPdf(bill, grant.brand, locale)
    return fileResponse({ name: `${bill.number}.pdf`, mediaType: 'application/pdf', content })
  },
})

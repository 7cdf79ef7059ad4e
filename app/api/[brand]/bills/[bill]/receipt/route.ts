import { receiptPdf } from '#app/bill-pdf.ts'
import { inScope } from '#lib/access/index.ts'
import { openBillDocument } from '#lib/billing/index.ts'
import { listPayments } from '#lib/payments/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** The receipt of a bill as a PDF; a bill of which nothing was paid has none. */
export const GET = defineRoute({
  permission: 'bills:view',
  limit: { times: 120, minutes: 60 },
  page: (brand) => `/${brand}/me/bills`,
  async run(grant, _request, { bill: id = '' }) {
    const paid = await inScope(grant, async () => {
      const bill = await openBillDocument(grant, { billId: id, document: 'receipt' })
      const payments = await listPayments(grant, { billId: bill.id })
      return { bill, payments: payments.filter(({ state }) => state === 'succeeded') }
    })
    if (paid.payments.length === 0) throw new Refusal('billing.not_found')
    const locale = await requestLocale()
    const content = await receiptPdf(paid, grant.brand, locale)
    return fileResponse({ name: `${paid.bill.number}-receipt.pdf`, mediaType: 'application/pdf', content })
  },
})

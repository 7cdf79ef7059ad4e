import { z } from 'zod'
import { getReceipt } from '#lib/consents/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { defineRoute } from '#lib/web/define-route.ts'

/** The receipt of one decision, as a file (ISO/IEC TS 27560). */
export const GET = defineRoute({
  permission: 'consents:view',
  limit: { times: 300, minutes: 60 },
  page: (brand) => `/${brand}/me/choices/history`,
  async run(grant, _request, { record }) {
    const id = z.uuid().safeParse(record)
    if (!id.success) throw new Refusal('consents.not_found')
    const receipt = await getReceipt(grant, id.data)
    return new Response(JSON.stringify(receipt, null, 2), {
      headers: {
        'content-type': 'application/ld+json',
        'content-disposition': `attachment; filename="consent-receipt-${id.data}.jsonld"`,
        'cache-control': 'no-store',
      },
    })
  },
})

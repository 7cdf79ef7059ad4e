import { getReceipt } from '#lib/consents/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { idIn } from '#lib/web/id-in.ts'

/** The receipt of one decision, as a file (ISO/IEC TS 27560). */
export const GET = defineRoute({
  permission: 'consents:view',
  limit: { times: 300, minutes: 60 },
  page: (brand) => `/${brand}/me/choices/history`,
  async run(grant, _request, { record }) {
    const id = idIn(record, 'consents.not_found')
    return fileResponse({
      name: `consent-receipt-${id}.jsonld`,
      mediaType: 'application/ld+json',
      content: JSON.stringify(await getReceipt(grant, id), null, 2),
    })
  },
})

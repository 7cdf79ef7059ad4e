import { Readable } from 'node:stream'
import { downloadChargingCdrs } from '#lib/billing/index.ts'
import { bodyOf } from '#lib/web/body-of.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** Everything the person charged as charge detail records (OCPI 2.2.1); written as it is sent. */
export const GET = defineRoute({
  permission: 'exports:download',
  limit: { times: 120, minutes: 60 },
  page: (brand) => `/${brand}/me/usage`,
  async run(grant) {
    const content = await downloadChargingCdrs(grant, await requestLocale())
    return new Response(bodyOf(Readable.from(content, { objectMode: false })), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${grant.brand}-charging-sessions.ocpi.json"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
})

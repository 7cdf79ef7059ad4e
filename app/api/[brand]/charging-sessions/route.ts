import { downloadChargingCdrs } from '#lib/billing/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** Everything the person charged as charge detail records (OCPI 2.2.1); written as it is sent. */
export const GET = defineRoute({
  permission: 'exports:download',
  limit: { times: 120, minutes: 60 },
  page: (brand) => `/${brand}/me/usage`,
  async run(grant) {
    return fileResponse({
      name: `${grant.brand}-charging-sessions.ocpi.json`,
      mediaType: 'application/json; charset=utf-8',
      content: await downloadChargingCdrs(grant, await requestLocale()),
    })
  },
})

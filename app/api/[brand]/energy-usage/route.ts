import { openEnergyUsage } from '#lib/metering/index.ts'
import { EnergyUsageQuery } from '#lib/metering/schema.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** What the person's meters measured in a year, or ever, as Green Button (NAESB REQ.21 ESPI); written as it is sent. */
export const GET = defineRoute({
  permission: 'exports:download',
  limit: { times: 120, minutes: 60 },
  page: (brand) => `/${brand}/me/usage`,
  async run(grant, request) {
    const query = EnergyUsageQuery.parse(Object.fromEntries(request.nextUrl.searchParams))
    const { fileName, content } = await openEnergyUsage(grant, { ...query, locale: await requestLocale() })
    return fileResponse({ name: fileName, mediaType: 'application/atom+xml; charset=utf-8', content })
  },
})

import { type Grant, inScope } from '#lib/access/index.ts'
import { countDeliveries, type DeliveryCounts, type DeliveryView, listDeliveries } from '#lib/announcements/index.ts'
import { announcementOf } from './announcement-of.ts'

/** How people were told of an incident: counted, and one page of them. */
export interface DeliveryPage {
  readonly announcement: string
  readonly finished: boolean
  readonly counts: DeliveryCounts
  readonly rows: readonly DeliveryView[]
}

/** Null while nobody was told. */
export async function readDeliveries(
  grant: Grant<'incidents:view'>,
  incident: string,
  page: { readonly limit: number; readonly after?: string },
): Promise<DeliveryPage | null> {
  return inScope(grant, async (tx) => {
    const found = await announcementOf(tx, grant.brand, incident)
    if (!found) return null
    const counts = await countDeliveries(tx, found.id)
    const rows = await listDeliveries(tx, found.id, page)
    return { announcement: found.id, finished: found.finishedAt !== null, counts, rows }
  })
}

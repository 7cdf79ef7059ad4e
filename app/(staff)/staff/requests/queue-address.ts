import type { QueueQuery } from '#lib/requests/schema.ts'

/** The address of a part of a brand's queue, narrowed as asked; what says nothing is left out. */
export function queueAddress(brand: string | null, { number, part, kind, handler, account }: QueueQuery): string {
  const query = new URLSearchParams({ ...(brand ? { brand } : {}), part })
  if (number) query.set('number', number)
  if (kind) query.set('kind', kind)
  if (handler !== 'all') query.set('handler', handler)
  if (account) query.set('account', account)
  return `/staff/requests?${query}`
}

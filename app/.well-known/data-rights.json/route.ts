import { businessEntry } from '#lib/agents/index.ts'
import { BRAND_KEYS } from '#lib/brands/index.ts'

/**
 * Which brands take requests of authorised agents, where, and which rights: one entry each in the shape of the network's
 * directory (DRP 3.05.2).
 */
export function GET(): Response {
  return Response.json({ version: '1.0', businesses: BRAND_KEYS.map(businessEntry) })
}

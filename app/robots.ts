import type { MetadataRoute } from 'next'

/** Pages say for themselves that nobody lists them, which a crawler must read to know; the API has nothing to read. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: '/api/' } }
}

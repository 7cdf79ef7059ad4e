import type { ManifestInput } from '../manifest-schema.ts'
import { portalCookies } from '../portal-cookies.ts'

export const cookies: ManifestInput['cookies'] = [...portalCookies]

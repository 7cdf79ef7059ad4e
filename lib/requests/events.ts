import type { AuditEvent } from '#lib/audit/index.ts'
import type { RequestKind } from './schema.ts'

export const requestOpened = (target: string, kind: RequestKind): AuditEvent => ({
  name: 'request.opened',
  target,
  detail: { kind },
})

import type { AuditEvent } from '#lib/audit/index.ts'

export const uploadAdded = (target: string, use: string): AuditEvent => ({
  name: 'upload.added',
  target,
  detail: { use },
})
export const avatarReplaced = (target: string): AuditEvent => ({ name: 'upload.avatar_replaced', target })
export const placeStripped = (target: string): AuditEvent => ({ name: 'upload.place_removed', target })

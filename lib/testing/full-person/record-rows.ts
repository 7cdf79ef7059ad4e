import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { DAY, type Owner } from './owner.ts'

export async function recordRows(of: Owner, marker: string, category: string) {
  const system = database('system')
  const record = await system.dataRecord.create({
    data: {
      ...of,
      category,
      source: 'phone_app',
      senderId: marker,
      contentHash: sha256(marker),
      occurredAt: DAY,
      fields: { note: marker },
    },
  })
  const upload = await system.upload.create({
    data: { ...of, kind: 'avatar', name: marker, mediaType: 'image/png', bytes: 1, storageKey: `uploads/${marker}` },
  })
  return { record: record.id, upload: upload.id }
}

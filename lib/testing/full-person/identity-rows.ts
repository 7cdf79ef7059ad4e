import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { DAY, LATER, type Owner } from './owner.ts'

export async function identityRows(of: Owner, marker: string) {
  const system = database('system')
  await system.signInIdentifier.create({
    data: { ...of, kind: 'email', blindIndex: sha256(marker), sealed: Buffer.from(marker) },
  })
  const session = await system.session.create({
    data: { ...of, tokenHash: sha256(`token ${marker}`), client: marker, ip: '192.0.2.1', expiresAt: LATER },
  })
  await system.signInEvent.create({
    data: { ...of, outcome: 'success', method: 'password', ip: '192.0.2.1', client: marker },
  })
  await system.guardianConsent.create({
    data: {
      ...of,
      childIndex: sha256(`child ${marker}`),
      birthDate: DAY,
      sealedGuardian: Buffer.from(marker),
      policyVersion: '1.0',
      locale: 'en',
      state: 'agreed',
      secretHash: sha256(`guardian ${marker}`),
      decidedAt: DAY,
      expiresAt: LATER,
    },
  })
  // One that was sent: its content is gone. Others read all content that waits, and it must open with the keys.
  await system.outgoingMessage.create({
    data: { ...of, channel: 'mail', kind: 'export_ready', sealed: null, sentAt: DAY },
  })
  return { session: session.id }
}

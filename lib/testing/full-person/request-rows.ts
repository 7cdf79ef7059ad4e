import { randomUUID } from 'node:crypto'
import { seal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { billRow } from './bill-row.ts'
import { LATER, type Owner } from './owner.ts'

export async function requestRows(of: Owner, marker: string) {
  const system = database('system')
  const numbered = () => ({ ...of, number: `T-${randomUUID()}` })
  const request = await system.rightsRequest.create({
    data: { ...numbered(), kind: 'access', state: 'identity_asked', sealedText: Buffer.alloc(0) },
  })
  const correction = randomUUID()
  const wanted = `${marker}@example.org`
  await system.rightsRequest.create({
    data: {
      ...numbered(),
      id: correction,
      kind: 'correction',
      field: 'email',
      sealedText: Buffer.alloc(0),
      sealedValue: seal(wanted, `rights_request value ${correction}`),
    },
  })
  const fee = { kind: 'access', state: 'fee_asked', feeMinor: 100n, feeCurrency: 'EUR', feeGround: 'cost' }
  const feeRequest = await system.rightsRequest.create({
    data: { ...fee, ...numbered(), sealedText: Buffer.alloc(0) },
  })
  const paidRequest = await system.rightsRequest.create({
    data: { ...fee, ...numbered(), sealedText: Buffer.alloc(0), feeBillId: await paidBill(of, marker) },
  })
  await system.requestEvidence.create({
    data: { ...of, requestId: request.id, mediaType: 'image/png', bytes: 1, storageKey: `evidence/${marker}` },
  })
  await system.requestEntry.create({ data: { ...of, requestId: request.id, kind: 'opened', author: 'person' } })
  return { request: request.id, correction, feeRequest: feeRequest.id, paidRequest: paidRequest.id }
}

async function paidBill(of: Owner, marker: string): Promise<string> {
  const id = await billRow(of, `paid ${marker}`, LATER, 'fee')
  await database('system').bill.update({ where: { id }, data: { state: 'paid' } })
  return id
}

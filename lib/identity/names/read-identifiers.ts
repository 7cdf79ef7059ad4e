import { unseal } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { identifierContext } from '../create-account.ts'
import type { IdentifierKind } from './normalise-identifier.ts'

/** A name as it is stored, opened. */
export interface OpenIdentifier {
  readonly id: string
  readonly kind: IdentifierKind
  readonly value: string
  readonly verifiedAt: Date | null
}

/** The names by which a person signs in, in the order in which they came. */
export async function readIdentifiers(tx: Tx, brand: string, subject: string): Promise<OpenIdentifier[]> {
  const rows = await tx.signInIdentifier.findMany({
    where: { brand, subjectId: subject },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, sealed: true, verifiedAt: true },
  })
  return rows.flatMap((row) =>
    isKind(row.kind)
      ? [
          {
            id: row.id,
            kind: row.kind,
            value: unseal(row.sealed, identifierContext(row.id)),
            verifiedAt: row.verifiedAt,
          },
        ]
      : [],
  )
}

/** Where a person can be written to, verified addresses only: mail before text message. */
export function contactOf(identifiers: readonly OpenIdentifier[]): { channel: 'mail' | 'sms'; to: string } | null {
  const verified = identifiers.filter((identifier) => identifier.verifiedAt)
  const mail = verified.find(({ kind }) => kind === 'email')
  if (mail) return { channel: 'mail', to: mail.value }
  const phone = verified.find(({ kind }) => kind === 'phone')
  return phone ? { channel: 'sms', to: phone.value } : null
}

function isKind(kind: string): kind is IdentifierKind {
  return kind === 'account_name' || kind === 'email' || kind === 'phone'
}

import { getManifest } from '#lib/brands/index.ts'
import type { Prisma } from '#lib/platform/database/index.ts'
import { daysLeft, hasRunOut } from './answer-clock.ts'
import { needsProof } from './corrections/locked-fields.ts'
import { isOpen } from './lifecycle.ts'
import {
  ENTRY_KINDS,
  LOCKED_FIELDS,
  PUBLIC_KINDS,
  REQUEST_STATES,
  type RequestDetail,
  type RequestView,
} from './schema.ts'
import { unsealText } from './sealed-text.ts'

type Row = Prisma.RightsRequestGetPayload<object>

export function toView(row: Row): RequestView {
  const state = oneOf(REQUEST_STATES, row.state)
  const open = isOpen(state)
  return {
    id: row.id,
    number: row.number,
    kind: oneOf(PUBLIC_KINDS, row.kind),
    state,
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    paused: open && row.pausedAt !== null,
    daysLeft: open ? daysLeft(row, getManifest(row.brand).zone) : null,
    overdue: open && hasRunOut(row),
    extended: row.extendedAt !== null,
    closedAt: row.closedAt,
    repeats: row.repeats,
  }
}

export function toDetail(row: Row, entries: readonly Prisma.RequestEntryGetPayload<object>[]): RequestDetail {
  return {
    ...toView(row),
    subject: row.subjectId,
    agent: row.agentName,
    text: unsealText('rights_request', row.id, row.sealedText),
    ground: row.ground,
    refusalReason: row.refusalReason,
    field: row.field === null ? null : oneOf(LOCKED_FIELDS, row.field),
    value: unsealText('rights_request value', row.id, row.sealedValue),
    valueProof: proofOf(row),
    fee:
      row.feeMinor === null
        ? null
        : {
            minor: row.feeMinor,
            currency: row.feeCurrency ?? '',
            ground: row.feeGround ?? '',
            billId: row.feeBillId,
          },
    entries: entries.map(({ id, at, kind, author, sealed }) => ({
      id,
      at,
      kind: oneOf(ENTRY_KINDS, kind),
      author,
      words: unsealText('request_entry', id, sealed),
    })),
  }
}

function proofOf({ brand, field, valueProvenAt }: Row): RequestDetail['valueProof'] {
  const locked = LOCKED_FIELDS.find((known) => known === field)
  if (!locked || !needsProof(getManifest(brand), locked)) return null
  return valueProvenAt ? 'shown' : 'missing'
}

function oneOf<T extends string>(known: readonly T[], written: string): T {
  const found = known.find((value) => value === written)
  if (!found) throw new Error(`"${written}" is none of ${known.join(', ')}`)
  return found
}

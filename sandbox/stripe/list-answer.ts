import type { FormFields } from '../wire/form-body.ts'
import type { Table } from '../wire/store.ts'
import { allowOnly, fieldsOf, optionalInteger, optionalText } from './read-params.ts'
import { invalidRequest, missing } from './stripe-error.ts'

interface Listed {
  id: string
  created?: number
}

const CURSORS = ['limit', 'starting_after', 'ending_before', 'created']
const BOUNDS: Record<string, (created: number, bound: number) => boolean> = {
  gt: (created, bound) => created > bound,
  gte: (created, bound) => created >= bound,
  lt: (created, bound) => created < bound,
  lte: (created, bound) => created <= bound,
}

function createdFits(params: FormFields, created: number): boolean {
  const given = params.created
  if (given === undefined) return true
  if (typeof given === 'string') return created === Number(given)
  return Object.entries(fieldsOf(given, 'created')).every(([name, bound]) => {
    const compare = BOUNDS[name]
    if (!compare) throw invalidRequest(`Received unknown parameter: created[${name}]`, 'created', 'parameter_unknown')
    return compare(created, Number(bound))
  })
}

function limitOf(params: FormFields): number {
  const limit = optionalInteger(params, 'limit') ?? 10
  if (limit < 1 || limit > 100) throw invalidRequest('Limit must be between 1 and 100.', 'limit')
  return limit
}

function placeOf(rows: Listed[], params: FormFields, name: string): number | null {
  const id = optionalText(params, name)
  if (id === null) return null
  const place = rows.findIndex((row) => row.id === id)
  if (place < 0) throw missing('object', id, name, 400)
  return place
}

/** A page of a list, newest first. `filters` are the fields that may be asked for by equality. */
export function listAnswer<T extends Listed>(
  table: Table<T>,
  params: FormFields,
  url: string,
  filters: ReadonlyArray<string & keyof T>,
  also: { names: string[]; fits(row: T): boolean } = { names: [], fits: () => true },
): object {
  allowOnly(params, [...CURSORS, ...filters, ...also.names])
  const limit = limitOf(params)
  const rows = table.all().reverse()
  const fitting = rows.filter(
    (row) =>
      createdFits(params, row.created ?? 0) &&
      filters.every((name) => params[name] === undefined || row[name] === params[name]) &&
      also.fits(row),
  )
  const after = placeOf(fitting, params, 'starting_after')
  const before = placeOf(fitting, params, 'ending_before')
  const end = before ?? fitting.length
  const start = before === null ? (after ?? -1) + 1 : Math.max(0, before - limit)
  const data = fitting.slice(start, Math.min(end, start + limit))
  return { object: 'list', data, has_more: before === null ? start + limit < fitting.length : start > 0, url }
}

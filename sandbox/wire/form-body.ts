export type FormValue = string | FormValue[] | FormFields
export interface FormFields {
  [name: string]: FormValue
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

function splitKey(key: string): string[] {
  const open = key.indexOf('[')
  if (open <= 0) return [key]
  const inner = [...key.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return [key.slice(0, open), ...inner]
}

function assign(fields: FormFields, [head, ...rest]: string[], value: string): void {
  const name = head === '' || head === undefined ? String(Object.keys(fields).length) : head
  if (FORBIDDEN.has(name)) return
  if (rest.length === 0) {
    fields[name] = value
    return
  }
  const existing = fields[name]
  const next: FormFields = typeof existing === 'object' && !Array.isArray(existing) ? existing : {}
  fields[name] = next
  assign(next, rest, value)
}

/** `a[0]`, `a[1]` became an object with numbers as names: make it the list it stands for. */
function foldLists(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, foldLists(inner)] as const)
  if (entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
  }
  return Object.fromEntries(entries)
}

/** Reads `a[b][0]=c` the way Stripe does, for a body as for a query. */
export function parseFormBody(text: string): FormFields {
  const fields: FormFields = {}
  for (const [key, value] of new URLSearchParams(text)) assign(fields, splitKey(key), value)
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, foldLists(value)]))
}

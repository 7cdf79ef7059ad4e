import type { FormFields, FormValue } from '../wire/form-body.ts'
import { invalidRequest } from './stripe-error.ts'

export type Metadata = Record<string, string>

/** Stripe refuses what it does not know: a misspelt parameter must fail here as it would there. */
export function allowOnly(params: FormFields, names: readonly string[]): void {
  const unknown = Object.keys(params).find((name) => name !== 'expand' && !names.includes(name))
  if (unknown) throw invalidRequest(`Received unknown parameter: ${unknown}`, unknown, 'parameter_unknown')
}

export function optionalText(params: FormFields, name: string, max = 5000): string | null {
  const value = params[name]
  if (value === undefined || value === '') return null
  if (typeof value !== 'string') throw invalidRequest(`Invalid string: ${name}`, name)
  if (value.length > max) throw invalidRequest(`Invalid string: must be at most ${max} characters`, name)
  return value
}

export function requiredText(params: FormFields, name: string, max = 5000): string {
  const value = optionalText(params, name, max)
  if (value === null) throw invalidRequest(`Missing required param: ${name}.`, name, 'parameter_missing')
  return value
}

export function optionalInteger(params: FormFields, name: string, label = name): number | null {
  const value = params[name]
  if (value === undefined) return null
  if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value)) {
    throw invalidRequest(`Invalid integer: ${String(value)}`, label, 'parameter_invalid_integer')
  }
  return Number(value)
}

export function requiredInteger(params: FormFields, name: string, label = name): number {
  const value = optionalInteger(params, name, label)
  if (value === null) throw invalidRequest(`Missing required param: ${label}.`, label, 'parameter_missing')
  return value
}

export function optionalFlag(params: FormFields, name: string): boolean {
  const value = optionalText(params, name)
  if (value === null || value === 'false') return false
  if (value === 'true') return true
  throw invalidRequest(`Invalid boolean: ${value}`, name)
}

export function fieldsOf(value: FormValue | undefined, name: string): FormFields {
  if (value === undefined || value === '') return {}
  if (typeof value === 'string' || Array.isArray(value)) throw invalidRequest('Invalid object', name)
  return value
}

export function listOf(value: FormValue | undefined, name: string): FormValue[] {
  if (value === undefined || value === '') return []
  if (!Array.isArray(value)) throw invalidRequest('Invalid array', name)
  return value
}

export function textsOf(value: FormValue | undefined, name: string): string[] {
  return listOf(value, name).map((one) => {
    if (typeof one !== 'string') throw invalidRequest(`Invalid array of strings: ${name}`, name)
    return one
  })
}

/** New metadata over the old: an empty value removes its key. */
export function readMetadata(value: FormValue | undefined, before: Metadata = {}): Metadata {
  if (value === '') return {}
  const merged: Metadata = { ...before }
  for (const [key, text] of Object.entries(fieldsOf(value, 'metadata'))) {
    if (typeof text !== 'string') throw invalidRequest('Metadata values must be strings', `metadata[${key}]`)
    if (key.length > 40) throw invalidRequest('Metadata keys must be at most 40 characters', 'metadata')
    if (text.length > 500) throw invalidRequest('Metadata values must be at most 500 characters', `metadata[${key}]`)
    if (text === '') delete merged[key]
    else merged[key] = text
  }
  if (Object.keys(merged).length > 50) throw invalidRequest('You can have at most 50 metadata keys', 'metadata')
  return merged
}

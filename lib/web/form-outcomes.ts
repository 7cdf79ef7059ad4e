import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { log } from '#lib/platform/log.ts'
import type { Refusal } from '#lib/platform/refusal.ts'
import { fieldsOf } from './fields-of.ts'
import type { FormState } from './form-state.ts'

/** Several times the longest text that any form takes: what is too long by some comes back whole. */
const LONGEST_ECHO = 20_000
const ALWAYS_SECRET = ['password', 'newPassword', 'code']

/** What was typed, to be put back into the form; never passwords, codes or files. */
export function typedValues(
  form: FormData,
  secret: readonly string[] = [],
  longest = LONGEST_ECHO,
): Record<string, string> {
  const hidden = new Set([...ALWAYS_SECRET, ...secret])
  return Object.fromEntries(
    Object.entries(fieldsOf(form)).flatMap(([name, value]) =>
      typeof value === 'string' && !hidden.has(name) ? [[name, value.slice(0, longest)]] : [],
    ),
  )
}

/** The answer to a form that comes back with what was typed, and says so where that is not all of it. */
export function withTyped(state: FormState, form: FormData): FormState {
  const whole = typedValues(form, [], Number.POSITIVE_INFINITY)
  const cut = Object.entries(state.values).some(([name, value]) => value.length < (whole[name]?.length ?? 0))
  return cut ? { ...state, cut } : state
}

/** A refusal in the reader's language; `details.field` puts it beside the field it is about. */
export async function refusedState(refusal: Refusal, values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations('errors')
  log.info({ refusal: refusal.code }, 'refused')
  const message = t(refusal.code, { ...refusal.details })
  const field = refusal.details.field
  return { status: 'refused', message, fieldErrors: field ? { [field]: message } : {}, values }
}

/** Input that does not parse: one sentence for each field. A schema's own message may be a code of the catalogue. */
export async function invalidState(error: z.ZodError, values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations('errors')
  const fieldErrors: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    fieldErrors[field] ??= t.has(issue.message) ? t(issue.message) : t(`web.${fieldFault(issue)}`)
  }
  return { status: 'refused', message: t('web.invalid'), fieldErrors, values }
}

/** Fields with what no text of the database holds: nobody types a NUL, but a paste or a program may bring one. */
export function unstorableFields(form: FormData): string[] {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' && value.includes('\0') ? [name] : []))
}

export async function unstorableState(fields: readonly string[], values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations('errors')
  const told = Object.fromEntries(fields.map((field) => [field, t('web.field_character')]))
  return { status: 'refused', message: t('web.invalid'), fieldErrors: told, values }
}

function fieldFault(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return 'field_too_long'
  if (issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined)) return 'field_missing'
  return 'field_wrong'
}

/** A fault of ours: logged with an id, and only the id is shown. */
export async function faultState(fault: unknown, where: string, values: Record<string, string>): Promise<FormState> {
  const id = randomUUID().slice(0, 8)
  log.error({ id, where, fault }, 'an action failed')
  const t = await getTranslations('errors')
  return { status: 'refused', message: t('web.unexpected', { id }), fieldErrors: {}, values }
}

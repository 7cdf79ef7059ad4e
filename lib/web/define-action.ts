import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import {
  type Actor,
  type Grant,
  issueGrant,
  limitRate,
  type Permission,
  permissionRow,
  type RateLimit,
} from '#lib/access/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { checkOrigin } from './check-origin.ts'
import { confirmPath, isStaffOnly, signInPath } from './confirm-path.ts'
import { localPath } from './current-path.ts'
import { currentSession, endedSession } from './current-session.ts'
import { fieldsOf } from './fields-of.ts'
import {
  faultState,
  invalidState,
  refusedState,
  typedValues,
  unstorableFields,
  unstorableState,
  withTyped,
} from './form-outcomes.ts'
import { type FormState, SENDER_NAME } from './form-state.ts'
import { dropTyped, keepTyped } from './kept-form.ts'
import { limitKey } from './limit-key.ts'
import { checkSender, isSentBy, OTHER_SENDER } from './sender-mark.ts'

/** Of forms for whoever stands outside, where nothing narrower is said: many share a network, and few send that much. */
const OF_STRANGERS = { times: 300, minutes: 10 }

/** What an action does after it ran: stay and say so, or go elsewhere on this site. */
export type Outcome = { readonly message?: string; readonly redirectTo?: string } | undefined

export interface ActionDefinition<P extends Permission, S extends z.ZodType> {
  readonly permission: P
  readonly input: S
  /** Attempts by whoever is signed in, else by one network, before anything is looked up; strangers always have one. */
  readonly limit?: RateLimit
  /** Verb and nothing more; the message is a key of the catalogue (`devices.done.removed`). */
  run(grant: Grant<P>, input: z.output<S>): Promise<Outcome>
  /** For staff before they chose a brand: the form names none. */
  readonly acrossBrands?: true
  /**
   * It is for strangers, and writes in the record of whoever is signed in: a form that was drawn for somebody must be
   * theirs. One that was drawn for nobody is anybody's.
   */
  readonly alsoSignedIn?: true
  /** Fields that are never sent back into the form. */
  readonly secret?: readonly string[]
  /** Where step-up returns to; the page of the form by default. */
  readonly returnTo?: (brand: string) => string
}

/**
 * The door of a form. Order: origin, actor, for whom the page was drawn, rate limit, grant (step-up, on behalf), parse,
 * run, map refusal to the form. The form names its brand in a hidden field `brand`. It works as a plain post without JavaScript.
 */
export function defineAction<P extends Permission, S extends z.ZodType>(definition: ActionDefinition<P, S>) {
  return async function action(_before: FormState, form: FormData): Promise<FormState> {
    const values = typedValues(form, definition.secret)
    let outcome: Outcome
    try {
      checkOrigin((await headers()).get('origin'))
      const brand = definition.acrossBrands ? '' : brandOf(form)
      const actor = await actorFor(definition.permission, brand)
      await checkDrawnFor(form, actor, definition, brand)
      const limit = definition.limit ?? (isForStrangers(definition.permission) ? OF_STRANGERS : null)
      if (limit) await limitRate(await limitKey(definition.permission, actor, limit), limit)
      const grant = issueGrant(actor, definition.permission, { brand })
      const unstorable = unstorableFields(form)
      if (unstorable.length > 0) return withTyped(await unstorableState(unstorable, values), form)
      const parsed = definition.input.safeParse(fieldsOf(form))
      if (!parsed.success) return withTyped(await invalidState(parsed.error, values), form)
      outcome = await definition.run(grant, parsed.data)
      await dropTyped(form)
    } catch (fault) {
      const elsewhere = fault instanceof Refusal ? await elsewhereFor(fault, form, definition) : null
      if (elsewhere) outcome = { redirectTo: elsewhere }
      else if (fault instanceof Refusal && fault.code === OTHER_SENDER) {
        // Without scripts the answer is a page of whoever is signed in now: nothing that another typed belongs there.
        return { ...(await refusedState(fault, {})), stays: true }
      } else {
        const refused =
          fault instanceof Refusal ? refusedState(fault, values) : faultState(fault, definition.permission, values)
        return withTyped(await refused, form)
      }
    }
    revalidatePath('/', 'layout')
    if (outcome?.redirectTo) redirect(outcome.redirectTo)
    const message = outcome?.message ? (await getTranslations())(outcome.message) : undefined
    return { status: 'done', fieldErrors: {}, values: {}, ...(message ? { message } : {}) }
  }
}

function brandOf(form: FormData): string {
  const brand = form.get('brand')
  if (typeof brand !== 'string' || !findManifest(brand)) throw new Refusal('access.not_found')
  return brand
}

async function actorFor(permission: Permission, brand: string): Promise<Actor> {
  // Sign-up, sign-in and the like are for whoever stands outside, also in a browser where somebody is signed in.
  if (isForStrangers(permission)) return { kind: 'anonymous', brand }
  return (await currentSession())?.actor ?? { kind: 'anonymous', brand }
}

async function checkDrawnFor(
  form: FormData,
  actor: Actor,
  { permission, alsoSignedIn }: Pick<ActionDefinition<Permission, z.ZodType>, 'permission' | 'alsoSignedIn'>,
  brand: string,
): Promise<void> {
  if (actor.kind === 'anonymous' && !(alsoSignedIn && form.get(SENDER_NAME))) return
  const session = await currentSession()
  if (session) checkSender(form, session.actor, permission, brand)
}

function isForStrangers(permission: Permission): boolean {
  return permissionRow(permission).holders.every((holder) => holder === 'anonymous')
}

/** Where a refusal leads. What was typed waits, where a proof of who one is is all that was missing. */
async function elsewhereFor(
  refusal: Refusal,
  form: FormData,
  { permission, returnTo, secret }: Pick<ActionDefinition<Permission, z.ZodType>, 'permission' | 'returnTo' | 'secret'>,
): Promise<string | null> {
  const brand = String(form.get('brand') ?? '')
  const staff = isStaffOnly(permission)
  const back = returnTo?.(brand) ?? localPath(String(form.get('returnTo') ?? ''), staff ? '/staff' : `/${brand}/me`)
  const keep = () => keepTyped(form, secret)
  switch (refusal.code) {
    case 'access.step_up':
      return confirmPath(permission, brand, (await keep()) ?? back)
    case 'access.agreement':
      return `/${brand}/me/policy/agree?next=${encodeURIComponent((await keep()) ?? back)}`
    // To a stranger what only staff may do does not exist.
    case 'access.not_found':
      return staff && !(await currentSession()) ? signInAgain() : null
    case 'access.sign_in':
      return signInAgain()
    default:
      return null
  }

  // Either it waits, or its sender learns that it was neither carried out nor kept.
  async function signInAgain(): Promise<string> {
    const ended = await endedSession()
    const same = ended && (ended.brand === null || ended.brand === brand) && isSentBy(form, ended)
    const kept = same ? await keep() : null
    const done = kept ? 'kept' : 'lost'
    return signInPath(staff || ended?.brand === null, brand, { next: kept ?? back, done })
  }
}

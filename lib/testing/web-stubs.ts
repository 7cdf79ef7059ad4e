import { AsyncLocalStorage } from 'node:async_hooks'
import type { PersonActor, StaffActor } from '#lib/access/index.ts'
import { type FormState, IDLE, SENDER_NAME } from '#lib/web/form-state.ts'
import { senderMark } from '#lib/web/sender-mark.ts'

/** Who is signed in, for a test that calls actions; the test's mocks of Next.js read it. */
export const browser = new AsyncLocalStorage<{ actor: PersonActor | StaffActor | null }>()

/** Where an action sent the browser to. */
export class Redirected extends Error {
  readonly to: string
  constructor(to: string) {
    super(`redirected to ${to}`)
    this.to = to
  }
}

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** Sends a form of the actor's own page to an action as a browser without scripts would: says where it leads, or what the form shows. */
export function sendForm(
  action: Action,
  actor: PersonActor | StaffActor | null,
  fields: Record<string, string>,
): Promise<{ to: string } | FormState> {
  const form = new FormData()
  if (actor) form.set(SENDER_NAME, senderMark(actor, fields.brand ?? null))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return browser.run({ actor }, async () => {
    try {
      return await action(IDLE, form)
    } catch (fault) {
      if (fault instanceof Redirected) return { to: fault.to }
      throw fault
    }
  })
}

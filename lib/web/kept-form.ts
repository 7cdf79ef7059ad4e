import { headers } from 'next/headers'
import { dropKeptForm, type KeptForm, keepForm, openKeptForm, type SessionView } from '#lib/access/index.ts'
import { currentPath, PATH_HEADER } from './current-path.ts'
import { currentSession, endedSession } from './current-session.ts'
import { typedValues } from './form-outcomes.ts'
import { FORM_NAME, SENDER_NAME } from './form-state.ts'

/**
 * Keeps what was typed while its sender goes to prove who they are, or to sign in again after their session ended. A
 * server action is sent to the page that its form stands on: that is where it will be looked for.
 * @returns that page; null where nothing is kept
 */
export async function keepTyped(form: FormData, secret: readonly string[] = []): Promise<string | null> {
  const session = (await currentSession())?.actor.sessionId ?? (await endedSession())?.id
  if (!session || !(await headers()).has(PATH_HEADER)) return null
  const page = await currentPath()
  const kept = await keepForm(session, {
    page,
    name: nameOf(form),
    sender: String(form.get(SENDER_NAME) ?? ''),
    values: typedValues(form, secret, Number.POSITIVE_INFINITY),
    files: [...form.values()].some((value) => typeof value !== 'string' && value.size > 0),
  })
  return kept ? page : null
}

/** The form of this page that waits for whoever is signed in, and is of a page drawn for the same (`senderMark`). */
export async function findKeptForm(session: SessionView | null, sender: string | null): Promise<KeptForm | null> {
  const kept = session?.kept ? openKeptForm(session.kept) : null
  return kept && kept.sender === sender && kept.page === (await currentPath()) ? kept : null
}

/** Erases the form that was kept, once that form was taken or came back with what to mend. */
export async function dropTyped(form: FormData): Promise<void> {
  const kept = (await currentSession())?.kept
  if (kept && openKeptForm(kept).name === nameOf(form)) await dropKeptForm(kept.sessionId)
}

function nameOf(form: FormData): string {
  return String(form.get(FORM_NAME) ?? '')
}

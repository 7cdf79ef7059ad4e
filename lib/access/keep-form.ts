import { clock } from '#lib/platform/clock.ts'
import { seal, unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'

/** Minutes for which a form waits for whoever filled it in to prove who they are. */
const KEPT_FORM_MINUTES = 10

/** Far more than anybody types; a form beyond it is not kept. */
const LONGEST = 500_000

/** A form that was filled in and could not be taken yet. */
export interface KeptForm {
  /** The page that it stands on, with its query. */
  readonly page: string
  /** Which of the forms of that page, by the words of its button. */
  readonly name: string
  /** For whom that page was drawn: staff act for one person and then for another. */
  readonly sender: string
  /** Everything typed and chosen, but no passwords, codes or files. */
  readonly values: Readonly<Record<string, string>>
  /** Whether files were chosen, which no form can be given back. */
  readonly files: boolean
}

/** What the row of a session holds of a form: sealed, and only until it ran out. */
export interface KeptFormRow {
  readonly sessionId: string
  readonly sealed: Uint8Array
}

/**
 * Keeps a form with the session that sent it, in place of any other. Sealed, and bound to that session: moved to another
 * it cannot be opened. Forms that waited too long are erased on the way.
 * @returns whether it is kept: what is far longer than anybody types is not
 */
export async function keepForm(sessionId: string, form: KeptForm): Promise<boolean> {
  const text = JSON.stringify(form)
  if (text.length > LONGEST) return false
  await purgeKeptForms()
  await write(sessionId, text)
  return true
}

async function write(sessionId: string, text: string): Promise<void> {
  await database('system').session.updateMany({
    where: { id: sessionId },
    data: { keptForm: seal(text, sealedFor(sessionId)), keptFormUntil: clock.inMinutes(KEPT_FORM_MINUTES) },
  })
}

/**
 * Hands the form that waits with a session that has ended on to the one that took its place in the same browser, if that
 * is the same person's of the same brand, or the same member of staff's. With anybody else it stays and runs out.
 */
export async function handOnKeptForm(ended: { id: string; tokenHash: Uint8Array }, sessionId: string): Promise<void> {
  const [row] = await database('system').$queryRaw<{ kept_form: Uint8Array }[]>`
    SELECT o.kept_form FROM session o JOIN session n ON n.id = ${sessionId}::uuid
      AND (n.staff_id = o.staff_id OR (n.brand = o.brand AND n.subject_id = o.subject_id))
    WHERE o.id = ${ended.id}::uuid AND o.token_hash = ${ended.tokenHash} AND o.id <> n.id
      AND o.kept_form_until > ${clock.now()}`
  if (!row) return
  await write(sessionId, unseal(row.kept_form, sealedFor(ended.id)))
  await dropKeptForm(ended.id)
}

export function openKeptForm({ sessionId, sealed }: KeptFormRow): KeptForm {
  return JSON.parse(unseal(sealed, sealedFor(sessionId))) as KeptForm
}

/** Erases what was kept with a session, since it was sent again. */
export async function dropKeptForm(sessionId: string): Promise<void> {
  await database('system').session.updateMany({
    where: { id: sessionId },
    data: { keptForm: null, keptFormUntil: null },
  })
}

/** Erases what nobody came back for. */
export async function purgeKeptForms(): Promise<void> {
  await database('system').session.updateMany({
    where: { keptFormUntil: { lte: clock.now() } },
    data: { keptForm: null, keptFormUntil: null },
  })
}

function sealedFor(sessionId: string): string {
  return `session.kept_form ${sessionId}`
}

import { type Actor, type EndedSession, type Permission, permissionRow } from '#lib/access/index.ts'
import { blindIndex } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { SENDER_NAME } from './form-state.ts'

export const OTHER_SENDER = 'web.other_sender'

type Sender = Extract<Actor, { kind: 'person' | 'staff' }>

/**
 * For whom a page is drawn: a mark of whoever is signed in and, after a dot, of the person staff act for there. It opens
 * nothing and tells nothing, and is the same over all sign-ins of the same person, so that a form may come late.
 * @param brand of the page; null where staff act as themselves
 */
export function senderMark(actor: Sender, brand: string | null): string {
  return `${holderMark(actor.kind, actor.kind === 'person' ? actor.brand : null, actor.id)}.${supportMark(actor, brand)}`
}

/**
 * Refuses a form of a page that was drawn for somebody else (decision 0023). A form without a mark is refused too: each
 * page of whoever is signed in draws one, so it is either of a page from before there were marks, of which nobody can say
 * whose it is, or of a form that forgot it, which should not go unnoticed.
 * @throws Refusal `web.other_sender`
 */
export function checkSender(form: FormData, actor: Sender, permission: Permission, brand: string): void {
  const [holder, person] = marksOf(form)
  const own = senderMark(actor, brand).split('.')
  // Whom staff act for counts where the page was drawn for a person, and where the action is about one. Once nobody is
  // acted for any more, the action itself says so.
  const acts = own[1] !== '' && (person !== '' || permissionRow(permission).reach === 'subject')
  if (holder !== own[0] || (acts && person !== own[1])) throw new Refusal(OTHER_SENDER)
}

/** Whether the form is of the one whose session has ended; whom staff acted for is asked when it is looked for again. */
export function isSentBy(form: FormData, { brand, holder }: EndedSession): boolean {
  return marksOf(form)[0] === holderMark(brand === null ? 'staff' : 'person', brand, holder)
}

function marksOf(form: FormData): [holder: string, person: string] {
  const [holder = '', person = ''] = String(form.get(SENDER_NAME) ?? '').split('.')
  return [holder, person]
}

function holderMark(kind: Sender['kind'], brand: string | null, id: string): string {
  return markOf(`${kind} ${brand ?? ''} ${id}`)
}

function supportMark(actor: Sender, brand: string | null): string {
  const support = actor.kind === 'staff' ? actor.support : null
  return support && support.brand === brand ? markOf(`${actor.id} for ${support.brand} ${support.subject}`) : ''
}

function markOf(text: string): string {
  return blindIndex('form.sender', text).subarray(0, 16).toString('base64url')
}

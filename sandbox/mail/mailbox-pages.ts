import type { PushMessage } from '../push/push-api.ts'
import { html, type Markup, page, webAddress } from '../wire/page.ts'
import type { MailMessage, SmsMessage } from './message.ts'
import { linksIn } from './start-smtp.ts'

export type Shelf = 'mail' | 'sms' | 'push'

function nav(shelf: Shelf): Markup {
  const item = (name: Shelf, href: string, label: string) =>
    name === shelf ? html`<a href="${href}" aria-current="page">${label}</a>` : html`<a href="${href}">${label}</a>`
  return html`<nav aria-label="Messages">${item('mail', '/', 'Mail')}${item('sms', '/sms', 'Text messages')}${item('push', '/push', 'Push messages')}</nav>`
}

function filterForm(shelf: Shelf, to: string): Markup {
  return html`<form class="line card" method="get" action="${shelf === 'mail' ? '/' : '/sms'}">
<label>Recipient<input name="to" value="${to}" placeholder="${shelf === 'mail' ? 'name@example.com' : '+15550100'}" autocomplete="off"></label>
<button class="first">Show</button></form>`
}

/** Text with its web addresses made into links; all else stays text. */
function linked(text: string): Markup {
  const links = linksIn(text)
  const pieces: Markup[] = []
  let rest = text
  for (const link of links) {
    const at = rest.indexOf(link)
    const href = webAddress(link)
    if (at < 0 || !href) continue
    pieces.push(html`${rest.slice(0, at)}<a href="${href}" rel="noreferrer">${link}</a>`)
    rest = rest.slice(at + link.length)
  }
  return html`${pieces}${rest}`
}

const when = (at: string) => at.slice(0, 19).replace('T', ' ')

function emptyNote(to: string): Markup {
  return html`<section class="card"><p>Nothing has arrived${to ? ` for ${to}` : ''} yet.</p></section>`
}

export function mailListPage(messages: MailMessage[], to: string): string {
  const rows = messages.map(
    (mail) => html`<li><a href="/mail/${mail.id}"><strong>${mail.subject || '(no subject)'}</strong></a>
<div class="soft">To ${mail.to.join(', ')} · ${when(mail.at)} UTC</div></li>`,
  )
  const list = rows.length > 0 ? html`<section class="card"><ul class="list">${rows}</ul></section>` : emptyNote(to)
  return page('Mailbox', html`<h1>Mailbox</h1>${nav('mail')}${filterForm('mail', to)}${list}`, true)
}

export function smsListPage(messages: SmsMessage[], to: string): string {
  const rows = messages.map(
    (sms) => html`<li><pre>${linked(sms.text)}</pre><div class="soft">To ${sms.to} · ${when(sms.at)} UTC</div></li>`,
  )
  const list = rows.length > 0 ? html`<section class="card"><ul class="list">${rows}</ul></section>` : emptyNote(to)
  return page('Text messages', html`<h1>Text messages</h1>${nav('sms')}${filterForm('sms', to)}${list}`, true)
}

export function pushListPage(messages: PushMessage[]): string {
  const rows = messages.map(
    (push) =>
      html`<li><pre>${push.text}</pre><div class="soft">To ${push.subscription} · ${when(push.at)} UTC</div></li>`,
  )
  const list = rows.length > 0 ? html`<section class="card"><ul class="list">${rows}</ul></section>` : emptyNote('')
  return page('Push messages', html`<h1>Push messages</h1>${nav('push')}${list}`, true)
}

function linkList(mail: MailMessage): Markup {
  const links = mail.links.flatMap((link) => webAddress(link) ?? [])
  if (links.length === 0) return html``
  const items = links.map((link) => html`<li><a href="${link}" rel="noreferrer">${link}</a></li>`)
  return html`<section class="card"><h2>Links in this message</h2><ul class="list">${items}</ul></section>`
}

export function mailPage(mail: MailMessage): string {
  const markup = mail.html
    ? html`<section class="card"><h2>As it looks</h2>
<iframe title="The message as it looks" src="/mail/${mail.id}/html" sandbox=""></iframe></section>`
    : html``
  const files = mail.attachments.map(
    (part) => html`<dt>File</dt><dd>${part.filename} (${part.type}, ${part.bytes} bytes)</dd>`,
  )
  return page(
    mail.subject || '(no subject)',
    html`${nav('mail')}<section class="card"><h1>${mail.subject || '(no subject)'}</h1>
<dl><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${mail.to.join(', ')}</dd><dt>At</dt><dd>${when(mail.at)} UTC</dd>${files}</dl>
<pre>${linked(mail.text || '(no plain text)')}</pre></section>${linkList(mail)}${markup}`,
    true,
  )
}

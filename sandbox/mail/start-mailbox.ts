import { type PushMessage, pushRoutes } from '../push/push-api.ts'
import { createSmsApi } from '../sms/sms-api.ts'
import { createClock } from '../wire/clock.ts'
import { createControl } from '../wire/control.ts'
import { type Answer, type Exchange, htmlAnswer, jsonAnswer } from '../wire/exchange.ts'
import { createFaultBoard } from '../wire/faults.ts'
import { html, page } from '../wire/page.ts'
import { createRequestLog } from '../wire/request-log.ts'
import { findRoute, type Route } from '../wire/router.ts'
import { serve } from '../wire/serve.ts'
import { openStore, type Table } from '../wire/store.ts'
import { mailListPage, mailPage, pushListPage, smsListPage } from './mailbox-pages.ts'
import type { MailMessage, SmsMessage } from './message.ts'
import { startSmtp } from './start-smtp.ts'

export interface MailboxOptions {
  host: string
  port: number
  smtpPort: number
  smsToken: string
  stateFile: string | null
}

const KEPT = 1000

/** The message's own markup gets no scripts, no frames, no network: it was written by anyone. */
const HOSTILE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"

function keepLatest<T extends { id: string }>(table: Table<T>, message: T): void {
  table.put(message.id, message)
  for (const old of table.all().slice(0, -KEPT)) table.delete(old.id)
}

function clear<T extends { id: string }>(table: Table<T>): Answer {
  for (const { id } of table.all()) table.delete(id)
  return jsonAnswer(200, { messages: [] })
}

const same = (a: string, b: string) => a.toLowerCase() === b.trim().toLowerCase()

/** A `+` that a form or a hand-written address left unescaped arrives as a space. */
const samePhone = (a: string, b: string) => a === (b.startsWith(' ') ? `+${b.trim()}` : b.trim())

type Handler = (exchange: Exchange, id: string) => Answer

interface Shelves {
  mails: Table<MailMessage>
  texts: Table<SmsMessage>
  pushes: Table<PushMessage>
}

function routesOf({ mails, texts, pushes }: Shelves): Route<Handler>[] {
  const to = (exchange: Exchange) => exchange.query.get('to') ?? ''
  const mailTo = (one: string) =>
    mails
      .all()
      .reverse()
      .filter((mail) => !one || mail.to.some((name) => same(name, one)))
  const textTo = (one: string) =>
    texts
      .all()
      .reverse()
      .filter((sms) => !one || samePhone(sms.to, one))
  const absent = () => htmlAnswer(404, page('Not found', html`<h1>No such message</h1><p><a href="/">All mail</a></p>`))
  return [
    { method: 'GET', pattern: '/', run: (ask) => htmlAnswer(200, mailListPage(mailTo(to(ask)), to(ask))) },
    { method: 'GET', pattern: '/sms', run: (ask) => htmlAnswer(200, smsListPage(textTo(to(ask)), to(ask))) },
    { method: 'GET', pattern: '/push', run: () => htmlAnswer(200, pushListPage(pushes.all().reverse())) },
    {
      method: 'GET',
      pattern: '/mail/:id',
      run: (_ask, id) => {
        const mail = mails.get(id)
        return mail ? htmlAnswer(200, mailPage(mail)) : absent()
      },
    },
    {
      method: 'GET',
      pattern: '/mail/:id/html',
      run: (_ask, id) => {
        const markup = mails.get(id)?.html
        return markup ? htmlAnswer(200, markup, { 'content-security-policy': HOSTILE_POLICY }) : absent()
      },
    },
    { method: 'GET', pattern: '/api/mail', run: (ask) => jsonAnswer(200, { messages: mailTo(to(ask)) }) },
    { method: 'GET', pattern: '/api/sms', run: (ask) => jsonAnswer(200, { messages: textTo(to(ask)) }) },
    { method: 'DELETE', pattern: '/api/mail', run: () => clear(mails) },
    { method: 'DELETE', pattern: '/api/sms', run: () => clear(texts) },
  ]
}

/** The SMTP server, the SMS API, a push service, and the pages that show what they were given. */
export async function startMailbox(options: MailboxOptions) {
  const store = openStore(options.stateFile)
  const clock = createClock()
  const faults = createFaultBoard()
  const log = createRequestLog()
  const mails = store.table<MailMessage>('mails')
  const texts = store.table<SmsMessage>('texts')
  const sms = createSmsApi({ token: options.smsToken, store, keep: (message) => keepLatest(texts, message) })
  const push = pushRoutes(store, () => served.url)
  const routes = [...routesOf({ mails, texts, pushes: push.messages }), ...push.routes]
  const served = await serve(
    {
      name: 'mailbox',
      faults,
      log,
      settle: store.commit,
      wordFault: (status) => jsonAnswer(status, { error: { code: status === 429 ? 'rate_limited' : 'internal' } }),
      control: createControl({ clock, faults, log, webhooks: null, sweep: () => {}, extra: [] }),
      handle: async (exchange) => {
        await exchange.pause()
        if (exchange.path === '/sms/messages') return sms(exchange)
        const route = findRoute(routes, exchange.method, exchange.path)
        return route ? route.run(exchange, route.params.id ?? '') : jsonAnswer(404, { error: { code: 'not_found' } })
      },
    },
    options.host,
    options.port,
  )
  const smtp = await startSmtp({
    host: options.host,
    port: options.smtpPort,
    faults,
    deliver: (message) => {
      keepLatest(mails, message)
      store.commit()
    },
  }).catch(async (error: unknown) => {
    await served.stop()
    throw error
  })
  return {
    url: served.url,
    smtpUrl: smtp.url,
    stop: async () => {
      await smtp.stop()
      await served.stop()
    },
  }
}

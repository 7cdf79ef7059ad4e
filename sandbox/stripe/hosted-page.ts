import { type Answer, type Exchange, htmlAnswer, redirectAnswer } from '../wire/exchange.ts'
import { html, type Markup, page } from '../wire/page.ts'
import { type LastFour, type PaymentMethodType, SAVED_CARDS } from './charge-object.ts'
import type { CheckoutSession } from './checkout-session-object.ts'
import { formatAmount } from './currency.ts'
import { DECLINES, FAILS_LATER, isDecline } from './declines.ts'
import { declineSession, paySession, promiseSession, sweepSessions } from './settle-session.ts'
import type { StripeState } from './stripe-state.ts'

const NAMES: Record<PaymentMethodType, string> = { card: 'Card', alipay: 'Alipay', wechat_pay: 'WeChat Pay' }

function successUrl(session: CheckoutSession): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

function choice(value: string, label: string, first = false): Markup {
  return html`<button name="choice" value="${value}" class="${first ? 'first' : ''}">${label}</button>`
}

/** Where the card is kept: others, each paying now and turning out as it says when it is charged later. */
function keptChoices(): Markup {
  const cards = Object.keys(SAVED_CARDS).filter((last4): last4 is LastFour => last4 !== '4242')
  const label = (last4: LastFour) => FAILS_LATER[last4]?.replaceAll('_', ' ') ?? 'it succeeds'
  return html`<details><summary>Pay and keep another card</summary>
${cards.map((last4) => choice(`keep_${last4}`, `Keep ${last4}; later: ${label(last4)}`))}</details>`
}

function cardChoices(sum: string, kept: boolean): Markup {
  return html`<p class="soft">No card number is needed here.</p>
${choice('pay', `Pay ${sum}`, true)}
<details><summary>Try something else</summary>
${choice('pay_and_leave', 'Pay, then close the window')}
${choice('generic_decline', 'The card is declined')}
${choice('insufficient_funds', 'Not enough money on the card')}
${choice('expired_card', 'The card has expired')}</details>
${kept ? keptChoices() : html``}`
}

function walletChoices(sum: string): Markup {
  return html`${choice('pay', `Pay ${sum} now`, true)}
<details><summary>Try something else</summary>
${choice('pay_and_leave', 'Pay, then close the window')}
${choice('later_succeeds', 'Pay later (async), and it succeeds')}
${choice('later_fails', 'Pay later (async), and it fails')}
${choice('generic_decline', 'The payment is declined')}</details>`
}

function methodCard(state: StripeState, session: CheckoutSession, method: PaymentMethodType): Markup {
  const kept = Boolean(state.intentPlans.get(session.id)?.setupFutureUsage)
  const sum = formatAmount(session.amount_total, session.currency)
  return html`<section class="card"><h2>${NAMES[method]}</h2>
<form method="post"><input type="hidden" name="method" value="${method}">
${method === 'card' ? cardChoices(sum, kept) : walletChoices(sum)}</form></section>`
}

function payPage(state: StripeState, session: CheckoutSession, problem: string | null): string {
  const rows = (state.lineItems.get(session.id) ?? []).map(
    (item) =>
      html`<div class="row"><span>${item.description}${item.quantity > 1 ? ` x ${item.quantity}` : ''}</span>
<span class="amount">${formatAmount(item.amount_total, item.currency)}</span></div>`,
  )
  const back = session.cancel_url
    ? html`<a class="button" href="${session.cancel_url}">Go back without paying</a>`
    : html``
  const body = html`<section class="card"><h1>Pay by Stripe</h1><p class="soft">Hosted checkout, stand-in</p>
<div class="sum">${formatAmount(session.amount_total, session.currency)}</div>${rows}</section>
${problem ? html`<p class="alert" role="alert">${problem}</p>` : ''}
${session.payment_method_types.map((method) => methodCard(state, session, method))}${back}`
  return page(`Pay ${formatAmount(session.amount_total, session.currency)}`, body)
}

function endPage(session: CheckoutSession): string {
  const done = session.status === 'complete'
  const money = session.payment_status === 'paid' ? 'It is paid.' : 'The money is still on its way.'
  const text = done
    ? `This checkout is complete. ${money} The window can be closed; the shop hears of it anyway.`
    : 'This checkout has expired. Nothing was paid.'
  const href = done ? successUrl(session) : session.cancel_url
  const link = href ? html`<a class="button first" href="${href}">Go back to the shop</a>` : html``
  return page(
    done ? 'Complete' : 'Expired',
    html`<section class="card"><h1>${done ? 'Complete' : 'Expired'}</h1>
<p>${text}</p>${link}</section>`,
  )
}

function choose(state: StripeState, session: CheckoutSession, form: URLSearchParams): Answer {
  const method = session.payment_method_types.find((type) => type === form.get('method'))
  const picked = form.get('choice') ?? ''
  if (!method) return htmlAnswer(400, payPage(state, session, 'Choose a way to pay.'))
  if (isDecline(picked)) {
    declineSession(state, session, method, picked)
    return htmlAnswer(402, payPage(state, session, DECLINES[picked].message))
  }
  if (picked === 'later_succeeds' || picked === 'later_fails') {
    promiseSession(state, session, method, picked === 'later_succeeds' ? 'succeeds' : 'fails')
    return redirectAnswer(successUrl(session))
  }
  const card = Object.keys(SAVED_CARDS).find((last4): last4 is LastFour => picked === `keep_${last4}`)
  if (!card && picked !== 'pay' && picked !== 'pay_and_leave') {
    return htmlAnswer(400, payPage(state, session, 'Choose one of the buttons.'))
  }
  paySession(state, session, method, card)
  const paid = state.sessions.get(session.id) ?? session
  return picked !== 'pay_and_leave' ? redirectAnswer(successUrl(paid)) : htmlAnswer(200, endPage(paid))
}

/** What a person sees at a session's `url`: plain forms, every outcome a button. */
export async function hostedPage(state: StripeState, exchange: Exchange, id: string): Promise<Answer> {
  await exchange.pause()
  sweepSessions(state)
  const session = state.sessions.get(id)
  if (!session)
    return htmlAnswer(404, page('Not found', html`<section class="card"><h1>No such checkout</h1></section>`))
  if (session.status !== 'open') return htmlAnswer(exchange.method === 'POST' ? 409 : 200, endPage(session))
  if (exchange.method !== 'POST') return htmlAnswer(200, payPage(state, session, null))
  return choose(state, session, new URLSearchParams(exchange.raw.toString('utf8')))
}

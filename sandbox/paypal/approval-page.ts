import { type Answer, type Exchange, htmlAnswer, redirectAnswer } from '../wire/exchange.ts'
import { html, type Markup, page } from '../wire/page.ts'
import { findOrder } from './capture-order.ts'
import { emitOrderApproved } from './emit-event.ts'
import { PayPalError } from './paypal-error.ts'
import type { Order, PayPalState } from './paypal-state.ts'

const CHOICES: Record<string, { plan: Order['plan']; label: string; leave?: boolean }> = {
  approve: { plan: 'completes', label: 'Approve' },
  approve_and_leave: { plan: 'completes', label: 'Approve, then close the window', leave: true },
  declined: { plan: 'declines', label: 'Approve, but the payment is then declined (INSTRUMENT_DECLINED)' },
  held: { plan: 'held', label: 'Approve, but the payment is held for review' },
}

function withToken(address: string, order: Order, payer: boolean): string {
  const url = new URL(address)
  url.searchParams.set('token', order.id)
  if (payer) url.searchParams.set('PayerID', 'SANDBXBUYER22')
  return url.href
}

function button(choice: string, first = false): Markup {
  return html`<button name="choice" value="${choice}" class="${first ? 'first' : ''}">${CHOICES[choice]?.label ?? ''}</button>`
}

function approvalForm(order: Order): Markup {
  return html`<section class="card"><form method="post" action="/checkoutnow?token=${order.id}">
${button('approve', true)}<details><summary>Try something else</summary>
${button('approve_and_leave')}${button('declined')}${button('held')}</details></form></section>`
}

function orderPage(order: Order): string {
  const rows = order.units.map(
    (unit) => html`<div class="row"><span>${unit.description ?? 'Payment'}</span>
<span class="amount">${unit.amount.value} ${unit.amount.currency_code}</span></div>`,
  )
  const declined = order.status === 'APPROVED' && order.plan === 'declines'
  const open = order.status === 'CREATED' || order.status === 'PAYER_ACTION_REQUIRED' || declined
  const again = declined
    ? html`<p class="alert" role="alert">The last way to pay was declined. Choose again.</p>`
    : html``
  const state = html`<p>${order.status === 'COMPLETED' ? 'This order is paid.' : 'This order is approved. The shop can collect it.'}</p>`
  const cancel = order.cancelUrl
    ? html`<a class="button" href="${withToken(order.cancelUrl, order, false)}">Cancel and go back</a>`
    : html``
  const back = order.returnUrl
    ? html`<a class="button first" href="${withToken(order.returnUrl, order, true)}">Go back to the shop</a>`
    : html``
  return page(
    'Approve a payment',
    html`<section class="card"><h1>Pay with PayPal</h1>
<p class="soft">${order.brandName ?? 'The shop'} asks for your approval. Stand-in of the approval page.</p>${rows}</section>
${again}${open ? html`${approvalForm(order)}${cancel}` : html`<section class="card">${state}${back}</section>`}`,
  )
}

function approve(state: PayPalState, order: Order, form: URLSearchParams): Answer {
  const choice = CHOICES[form.get('choice') ?? '']
  if (!choice || order.status === 'COMPLETED') return htmlAnswer(choice ? 409 : 400, orderPage(order))
  const touched = { updateTime: state.clock.iso(), touchedAt: state.clock.now() }
  const approved = state.orders.put(order.id, { ...order, ...touched, status: 'APPROVED', plan: choice.plan })
  emitOrderApproved(state, approved)
  if (choice.leave || !order.returnUrl) return htmlAnswer(200, orderPage(approved))
  return redirectAnswer(withToken(order.returnUrl, approved, true))
}

/** Where a person approves an order: plain forms, every outcome a button. */
export async function approvalPage(state: PayPalState, exchange: Exchange): Promise<Answer> {
  await exchange.pause()
  try {
    const order = findOrder(state, exchange.query.get('token') ?? '')
    if (exchange.method !== 'POST') return htmlAnswer(200, orderPage(order))
    return approve(state, order, new URLSearchParams(exchange.raw.toString('utf8')))
  } catch (error) {
    if (!(error instanceof PayPalError)) throw error
    return htmlAnswer(
      404,
      page('Not found', html`<section class="card"><h1>This order is not here, or it is too old</h1></section>`),
    )
  }
}

import type { Clock } from '../wire/clock.ts'
import { newIdentifier } from '../wire/identifier.ts'
import type { Store, Table } from '../wire/store.ts'
import type { WebhookSender } from '../wire/webhook-sender.ts'
import type { Charge, PaymentMethodType } from './charge-object.ts'
import type { CheckoutSession, LineItem } from './checkout-session-object.ts'
import type { DeclineCode } from './declines.ts'
import type { PaymentIntent } from './payment-intent-object.ts'
import type { Metadata } from './read-params.ts'
import type { Customer, Dispute, PaymentMethod, Refund, StripeEvent } from './small-objects.ts'

export const API_VERSION = '2026-10-28.endive'

/** What a session keeps for the payment intent that is made when somebody pays. */
export interface IntentPlan {
  description: string | null
  metadata: Metadata
  receiptEmail: string | null
  setupFutureUsage: string | null
}

/** A wallet payment that was promised and has not arrived. */
export interface PromisedPayment {
  sessionId: string
  method: PaymentMethodType
  outcome: 'succeeds' | 'fails'
  /** Milliseconds by the provider's clock. */
  dueAt: number
}

export interface CardBehaviour {
  methodId: string
  outcome: 'succeeds' | DeclineCode
}

/** The first answer under an idempotency key. */
export interface StoredAnswer {
  key: string
  path: string
  fingerprint: string
  status: number
  body: string
  requestId: string
  /** Milliseconds by the provider's clock. */
  at: number
}

export interface StripeState {
  clock: Clock
  customers: Table<Customer>
  sessions: Table<CheckoutSession>
  lineItems: Table<LineItem[]>
  intentPlans: Table<IntentPlan>
  promised: Table<PromisedPayment>
  paymentIntents: Table<PaymentIntent>
  paymentMethods: Table<PaymentMethod>
  /** Set by the control switch: how a kept card turns out from now on. */
  behaviours: Table<CardBehaviour>
  charges: Table<Charge>
  refunds: Table<Refund>
  disputes: Table<Dispute>
  events: Table<StripeEvent>
  answers: Table<StoredAnswer>
  asyncDelayMs: number
  /** Set by the control switch: how the next refund turns out. */
  nextRefund: 'pending' | 'failed' | null
  baseUrl(): string
  /** Who asked for the change that is being made, for the events it causes. */
  request: { id: string | null; idempotency_key: string | null }
  emit(type: string, object: unknown, previous?: Record<string, unknown>): void
}

interface Parts {
  store: Store
  clock: Clock
  webhooks: WebhookSender
  sendsWebhooks: boolean
  asyncDelayMs: number
  baseUrl(): string
}

export function createStripeState({
  store,
  clock,
  webhooks,
  sendsWebhooks,
  asyncDelayMs,
  baseUrl,
}: Parts): StripeState {
  const events = store.table<StripeEvent>('events')
  const state: StripeState = {
    clock,
    customers: store.table('customers'),
    sessions: store.table('sessions'),
    lineItems: store.table('line_items'),
    intentPlans: store.table('intent_plans'),
    promised: store.table('promised'),
    paymentIntents: store.table('payment_intents'),
    paymentMethods: store.table('payment_methods'),
    behaviours: store.table('behaviours'),
    charges: store.table('charges'),
    refunds: store.table('refunds'),
    disputes: store.table('disputes'),
    events,
    answers: store.table('answers'),
    asyncDelayMs,
    nextRefund: null,
    baseUrl,
    request: { id: null, idempotency_key: null },
    emit(type, object, previous) {
      const event: StripeEvent = {
        id: newIdentifier('evt_'),
        object: 'event',
        api_version: API_VERSION,
        created: clock.seconds(),
        data: { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) },
        livemode: false,
        pending_webhooks: sendsWebhooks ? 1 : 0,
        request: { ...state.request },
        type,
      }
      events.put(event.id, event)
      webhooks.enqueue(event.id, type)
    },
  }
  return state
}

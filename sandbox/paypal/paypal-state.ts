import type { Clock } from '../wire/clock.ts'
import type { Store, Table } from '../wire/store.ts'
import type { WebhookSender } from '../wire/webhook-sender.ts'
import type { Money } from './money.ts'

export interface PurchaseUnit {
  reference_id: string
  amount: Money & { breakdown?: unknown }
  description?: string
  custom_id?: string
  invoice_id?: string
  soft_descriptor?: string
  items?: unknown
}

export interface Order {
  id: string
  status: 'CREATED' | 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED' | 'VOIDED'
  createTime: string
  updateTime: string
  /** Milliseconds by the provider's clock: the time left runs from here. */
  touchedAt: number
  units: PurchaseUnit[]
  returnUrl: string | null
  cancelUrl: string | null
  brandName: string | null
  /** What the person picked on the approval page decides how the capture ends. */
  plan: 'completes' | 'declines' | 'held'
  captureIds: string[]
  /** Asked for with payment_source.paypal, and answered in the same way. */
  newStyle: boolean
}

export interface Capture {
  id: string
  orderId: string
  referenceId: string
  status: 'COMPLETED' | 'PENDING' | 'DECLINED' | 'PARTIALLY_REFUNDED' | 'REFUNDED'
  currency: string
  minor: number
  refundedMinor: number
  customId: string | null
  invoiceId: string | null
  createTime: string
  updateTime: string
}

export interface Refund {
  id: string
  captureId: string
  status: 'COMPLETED' | 'PENDING' | 'FAILED'
  currency: string
  minor: number
  totalMinor: number
  customId: string | null
  invoiceId: string | null
  note: string | null
  createTime: string
  updateTime: string
}

export interface Dispute {
  id: string
  captureId: string
  status: 'UNDER_REVIEW' | 'RESOLVED'
  outcome: 'RESOLVED_SELLER_FAVOUR' | 'RESOLVED_BUYER_FAVOUR' | null
  reason: string
  currency: string
  minor: number
  createTime: string
  updateTime: string
}

export interface PayPalEvent {
  id: string
  event_version: string
  create_time: string
  resource_type: string
  resource_version: string
  event_type: string
  summary: string
  resource: unknown
  links: { href: string; rel: string; method: string }[]
}

/** A POST that succeeded under a PayPal-Request-Id: which thing it made, so that its latest state can be shown. */
export interface RememberedRequest {
  path: string
  kind: 'order' | 'capture_order' | 'refund'
  id: string
  at: number
}

export interface PayPalState {
  clock: Clock
  orders: Table<Order>
  captures: Table<Capture>
  refunds: Table<Refund>
  disputes: Table<Dispute>
  events: Table<PayPalEvent>
  remembered: Table<RememberedRequest>
  nextRefund: 'PENDING' | null
  enqueue: WebhookSender['enqueue']
  baseUrl(): string
}

interface Parts {
  store: Store
  clock: Clock
  webhooks: WebhookSender
  baseUrl(): string
}

export function createPayPalState({ store, clock, webhooks, baseUrl }: Parts): PayPalState {
  return {
    clock,
    orders: store.table('orders'),
    captures: store.table('captures'),
    refunds: store.table('refunds'),
    disputes: store.table('disputes'),
    events: store.table('events'),
    remembered: store.table('remembered'),
    nextRefund: null,
    enqueue: webhooks.enqueue,
    baseUrl,
  }
}

import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { PaymentRow } from './payment-row.ts'
import type { ProviderFault } from './providers/provider.ts'

/** The fault that stands for an answer while the provider asked to be left alone (Retry-After); null after that. */
export function askedToWait({ askAfter }: Pick<PaymentRow, 'askAfter'>): { ok: false; fault: ProviderFault } | null {
  const left = askAfter ? Math.ceil((askAfter.getTime() - clock.now().getTime()) / 1000) : 0
  return left > 0 ? { ok: false, fault: { kind: 'unavailable', code: 'asked_to_wait', retryAfter: left } } : null
}

/** Keeps until when the provider wants to be left alone about a payment. */
export async function noteWait(grant: Grant<'payments:settle'>, paymentId: string, seconds: number): Promise<void> {
  const askAfter = new Date(clock.now().getTime() + seconds * 1000)
  await inScope(grant, (tx) =>
    tx.payment.update({ where: { id: paymentId }, data: { askAfter }, select: { id: true } }),
  )
}

import { z } from 'zod'
import { neverLeft, type ProviderFault, retryAfterOf } from './provider.ts'

const Problem = z.object({
  name: z.string().default(''),
  details: z.array(z.object({ issue: z.string().default('') })).default([]),
})

const DECLINES = ['INSTRUMENT_DECLINED', 'TRANSACTION_REFUSED', 'PAYER_CANNOT_PAY', 'CARD_EXPIRED']

/** The one place where PayPal's errors get a meaning. The code is PayPal's own issue, in lower case. */
export function payPalFault(fault: unknown): ProviderFault {
  if (typeof fault !== 'object' || fault === null || !('statusCode' in fault))
    return { kind: neverLeft(fault) ? 'unavailable' : 'unknown', code: 'no_answer' }
  const status = Number(fault.statusCode)
  const issue = issueOf(fault) || `http_${status}`
  const code = issue.toLowerCase()
  if (DECLINES.includes(issue)) return { kind: 'declined', code }
  const wait = retryAfterOf('headers' in fault ? fault.headers : null)
  if (status === 429 || status === 409 || status === 503) return { kind: 'unavailable', code, ...wait }
  if (status >= 500) return { kind: 'unknown', code, ...wait }
  return { kind: 'rejected', code }
}

function issueOf(fault: object): string {
  if (!('message' in fault) || typeof fault.message !== 'string') return ''
  try {
    const problem = Problem.parse(JSON.parse(fault.message))
    return problem.details[0]?.issue || problem.name
  } catch {
    return ''
  }
}

import { type Answer, jsonAnswer } from '../wire/exchange.ts'

export interface StripeErrorBody {
  type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error' | 'rate_limit_error'
  message: string
  code?: string
  param?: string
  decline_code?: string
  charge?: string
  payment_intent?: unknown
  doc_url?: string
}

/** A refusal in Stripe's words. `executed` errors are remembered under the idempotency key; the others never ran. */
export class StripeError extends Error {
  readonly status: number
  readonly body: StripeErrorBody
  readonly executed: boolean

  constructor(status: number, body: StripeErrorBody, executed = false) {
    super(body.message)
    this.status = status
    this.body = body.code ? { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code}` } : body
    this.executed = executed
  }

  toAnswer(): Answer {
    return jsonAnswer(this.status, { error: this.body })
  }
}

export function invalidRequest(message: string, param?: string, code?: string): StripeError {
  return new StripeError(400, {
    type: 'invalid_request_error',
    message,
    ...(param ? { param } : {}),
    ...(code ? { code } : {}),
  })
}

/** A refusal that comes of the object's state, found while the request ran. */
export function stateError(message: string, code?: string, param?: string): StripeError {
  const { body } = invalidRequest(message, param, code)
  return new StripeError(400, body, true)
}

export function missing(what: string, id: string, param = 'id', status = 404): StripeError {
  return new StripeError(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  })
}

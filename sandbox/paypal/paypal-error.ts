import { type Answer, jsonAnswer } from '../wire/exchange.ts'
import { newIdentifier } from '../wire/identifier.ts'

export interface ErrorDetail {
  issue: string
  description: string
  field?: string
  value?: string
  location?: 'body' | 'path' | 'query'
}

export interface ErrorLink {
  href: string
  rel: string
  method?: string
}

const MESSAGES: Record<number, [name: string, message: string]> = {
  400: ['INVALID_REQUEST', 'Request is not well-formed, syntactically incorrect, or violates schema.'],
  401: [
    'AUTHENTICATION_FAILURE',
    'Authentication failed due to missing authorization header, or invalid authentication credentials.',
  ],
  404: ['RESOURCE_NOT_FOUND', 'The specified resource does not exist.'],
  409: ['RESOURCE_CONFLICT', 'The server has detected a conflict while processing this request.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'The server does not support the request payload’s media type.'],
  422: [
    'UNPROCESSABLE_ENTITY',
    'The requested action could not be performed, semantically incorrect, or failed business validation.',
  ],
  429: ['RATE_LIMIT_REACHED', 'Too many requests. Blocked due to rate limiting.'],
  500: ['INTERNAL_SERVER_ERROR', 'An internal server error occurred.'],
}

/** A refusal in PayPal's shape. */
export class PayPalError extends Error {
  readonly status: number
  readonly details: ErrorDetail[]
  readonly links: ErrorLink[]

  constructor(status: number, details: ErrorDetail[] = [], links: ErrorLink[] = []) {
    super(details[0]?.issue ?? String(status))
    this.status = status
    this.details = details
    this.links = links
  }

  toAnswer(): Answer {
    const [name, message] = MESSAGES[this.status] ?? ['ERROR', 'Error.']
    const debug_id = newIdentifier('', 13).toLowerCase()
    const [detail] = this.details
    const help = {
      href: `https://developer.paypal.com/api/rest/reference/orders/v2/errors/#${detail?.issue ?? name}`,
      rel: 'information_link',
      method: 'GET',
    }
    const details = this.details.length > 0 ? { details: this.details } : {}
    const body = { name, message, debug_id, ...details, links: [help, ...this.links] }
    return jsonAnswer(this.status, body, { 'paypal-debug-id': debug_id })
  }
}

export function unprocessable(issue: string, description: string, field?: string): PayPalError {
  return new PayPalError(422, [{ issue, description, ...(field ? { field, location: 'body' as const } : {}) }])
}

export function malformed(issue: string, description: string, field: string, value?: string): PayPalError {
  return new PayPalError(400, [{ field, location: 'body', issue, description, ...(value ? { value } : {}) }])
}

export function notFound(): PayPalError {
  const description = 'Specified resource ID does not exist. Please check the resource ID and try again.'
  return new PayPalError(404, [{ issue: 'INVALID_RESOURCE_ID', description }])
}

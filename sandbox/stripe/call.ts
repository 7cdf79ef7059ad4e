import type { FormFields } from '../wire/form-body.ts'
import type { Route } from '../wire/router.ts'
import type { StripeState } from './stripe-state.ts'

export interface Call {
  /** The body of a POST, the query of anything else. */
  params: FormFields
  /** The version the caller speaks: a date, then a name. */
  version: string
  /** Names in the path. */
  path: Record<string, string>
}

/** Answers with the object; a refusal is thrown. */
export type StripeHandler = (state: StripeState, call: Call) => object

export type StripeRoute = Route<StripeHandler>

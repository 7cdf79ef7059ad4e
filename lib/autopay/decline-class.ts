/** What a refusal means for the attempts that could follow. */
export type DeclineClass = 'soft' | 'hard' | 'needs_person'

/** Only the person can go on: their bank wants to see them (strong customer authentication). */
const NEEDS_PERSON = new Set([
  'authentication_required',
  'authentication_not_handled',
  'payment_intent_authentication_failure',
  'offline_pin_required',
  'online_or_offline_pin_required',
])

/** The same card will be refused again, and asking again is held against the merchant. */
const HARD = new Set([
  'card_not_supported',
  'card_removed',
  'confirm_card_data',
  'currency_not_supported',
  'do_not_try_again',
  'expired_card',
  'fraudulent',
  'highest_risk_level',
  'incorrect_number',
  'invalid_account',
  'invalid_number',
  'lost_card',
  'merchant_blacklist',
  'new_account_information_available',
  'no_account',
  'not_permitted',
  'pickup_card',
  'resource_missing',
  'restricted_card',
  'revocation_of_all_authorizations',
  'revocation_of_authorization',
  'security_violation',
  'service_not_allowed',
  'stolen_card',
  'stop_payment_order',
  'testmode_decline',
  'transaction_not_allowed',
])

/**
 * Classes a decline code as the card service documents them. What is not known may pass: it is tried again as often as
 * the brand states, and no more.
 */
export function declineClass(code: string | null): DeclineClass {
  if (code !== null && NEEDS_PERSON.has(code)) return 'needs_person'
  return code !== null && HARD.has(code) ? 'hard' : 'soft'
}

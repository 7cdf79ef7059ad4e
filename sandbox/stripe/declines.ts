/** Why a bank says no to a card, with the code and the words that Stripe answers. */
export const DECLINES = {
  generic_decline: { code: 'card_declined', message: 'Your card was declined.' },
  insufficient_funds: { code: 'card_declined', message: 'Your card has insufficient funds.' },
  lost_card: { code: 'card_declined', message: 'Your card was declined.' },
  expired_card: { code: 'expired_card', message: 'Your card has expired.' },
  authentication_required: {
    code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
} as const

export type DeclineCode = keyof typeof DECLINES

export const isDecline = (choice: unknown): choice is DeclineCode =>
  typeof choice === 'string' && Object.hasOwn(DECLINES, choice)

/** Cards that can be kept and then fail when they are charged without their holder, by their last digits. */
export const FAILS_LATER: Readonly<Record<string, DeclineCode>> = {
  '0341': 'generic_decline',
  '9995': 'insufficient_funds',
  '3184': 'authentication_required',
  '9987': 'lost_card',
  '0069': 'expired_card',
}

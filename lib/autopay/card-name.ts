const SCHEMES: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cartes_bancaires: 'CB',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** `Visa •••• 4242`: never more of a number. */
export function cardName({ scheme, lastFour }: { scheme: string | null; lastFour: string | null }): string {
  const name = SCHEMES[scheme ?? ''] ?? ''
  return `${name} •••• ${lastFour ?? ''}`.trim()
}

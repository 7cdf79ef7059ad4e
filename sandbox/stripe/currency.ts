import { invalidRequest } from './stripe-error.ts'

const WITHOUT_DECIMALS = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' '))
const WITH_THREE = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])
const KNOWN = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()))
const MAX_AMOUNT = 99_999_999

/** The least that a card can be charged, in the currency's minor unit. */
const MINIMUM: Record<string, number> = {
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
}

const WALLET_CURRENCIES: Record<string, ReadonlySet<string>> = {
  alipay: new Set('aud cad cny eur gbp hkd jpy myr nzd sgd usd'.split(' ')),
  wechat_pay: new Set('aud cad chf cny dkk eur gbp hkd jpy nok sek sgd usd'.split(' ')),
}

export function decimalsOf(currency: string): number {
  if (WITHOUT_DECIMALS.has(currency)) return 0
  return WITH_THREE.has(currency) ? 3 : 2
}

export function readCurrency(text: string, param: string): string {
  const currency = text.toLowerCase()
  if (!KNOWN.has(currency)) throw invalidRequest(`Invalid currency: ${currency}.`, param)
  return currency
}

/** For a person: `12.34 EUR`, `1200 JPY`. */
export function formatAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = String(amount).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const part = decimals > 0 ? `.${digits.slice(-decimals)}` : ''
  return `${whole}${part} ${currency.toUpperCase()}`
}

export function checkAmount(amount: number, currency: string, param: string): void {
  const least = MINIMUM[currency] ?? 1
  if (amount < least) {
    const message = `Amount must be at least ${formatAmount(least, currency)}.`
    throw invalidRequest(message, param, 'amount_too_small')
  }
  if (amount > MAX_AMOUNT) {
    throw invalidRequest(
      `Amount must be no more than ${formatAmount(MAX_AMOUNT, currency)}.`,
      param,
      'amount_too_large',
    )
  }
  if (decimalsOf(currency) === 3 && amount % 10 !== 0) {
    throw invalidRequest('Amounts in currencies with three decimals must end in 0.', param)
  }
}

export function methodServes(method: string, currency: string): boolean {
  return WALLET_CURRENCIES[method]?.has(currency) ?? true
}

export function checkMethodCurrency(method: string, currency: string): void {
  if (!methodServes(method, currency)) {
    throw invalidRequest(
      `The payment method type provided: ${method} does not support the currency ${currency}.`,
      'payment_method_types',
    )
  }
}

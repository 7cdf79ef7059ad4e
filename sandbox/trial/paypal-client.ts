import { createRequire } from 'node:module'
import { SANDBOX_DEFAULTS } from '../start-sandbox.ts'

export interface PayPalRequest {
  path: string
  verb: string
  headers: Record<string, string>
  body: unknown
}

type RequestClass = new (id?: string) => PayPalRequest

interface PayPalSdk {
  core: {
    PayPalEnvironment: new (id: string, secret: string, baseUrl: string, webUrl: string) => object
    PayPalHttpClient: new (
      environment: object,
    ) => {
      execute(request: PayPalRequest): Promise<{ statusCode: number; result: PayPalResult }>
    }
  }
  orders: { OrdersCreateRequest: RequestClass; OrdersGetRequest: RequestClass; OrdersCaptureRequest: RequestClass }
  payments: { CapturesGetRequest: RequestClass; CapturesRefundRequest: RequestClass; RefundsGetRequest: RequestClass }
}

interface Money {
  currency_code: string
  value: string
}

/** The parts of PayPal's answers that the tests look at. */
export interface PayPalResult {
  id: string
  status: string
  amount?: Money
  links: { href: string; rel: string; method?: string }[]
  purchase_units?: { amount?: Money; payments?: { captures: { id: string; status: string; amount: Money }[] } }[]
  verification_status?: string
}

// The package carries no types.
const sdk: PayPalSdk = createRequire(import.meta.url)('@paypal/checkout-server-sdk')

export interface PayPalFailure {
  status: number
  name: string
  issue: string
}

function explain(error: unknown): PayPalFailure {
  if (!(error instanceof Error) || !('statusCode' in error)) return { status: 0, name: String(error), issue: '' }
  const body: { name?: string; details?: { issue: string }[] } = JSON.parse(error.message)
  return { status: Number(error.statusCode), name: body.name ?? '', issue: body.details?.[0]?.issue ?? '' }
}

export function orderFor(value: string, currency_code = 'EUR', more: object = {}) {
  return {
    intent: 'CAPTURE',
    purchase_units: [{ amount: { currency_code, value }, description: 'Electricity in May', ...more }],
    application_context: { return_url: 'http://127.0.0.1:9/paid', cancel_url: 'http://127.0.0.1:9/bill' },
  }
}

/** PayPal's own client, talking to the stand-in. */
export function payPalClient(baseUrl: string, secret: string = SANDBOX_DEFAULTS.paypalClientSecret) {
  const environment = new sdk.core.PayPalEnvironment(SANDBOX_DEFAULTS.paypalClientId, secret, baseUrl, baseUrl)
  const client = new sdk.core.PayPalHttpClient(environment)
  function run(request: PayPalRequest, options: { key?: string; body?: unknown; whole?: boolean } = {}) {
    if (options.key) request.headers['PayPal-Request-Id'] = options.key
    if (options.whole) request.headers.Prefer = 'return=representation'
    if (options.body !== undefined) request.body = options.body
    return client.execute(request)
  }
  return {
    createOrder: (body: unknown, key?: string) =>
      run(new sdk.orders.OrdersCreateRequest(), { body, whole: true, ...(key ? { key } : {}) }),
    getOrder: (id: string) => run(new sdk.orders.OrdersGetRequest(id)),
    captureOrder: (id: string, key?: string) =>
      run(new sdk.orders.OrdersCaptureRequest(id), { body: {}, whole: true, ...(key ? { key } : {}) }),
    getCapture: (id: string) => run(new sdk.payments.CapturesGetRequest(id)),
    refundCapture: (id: string, body: unknown, key?: string) =>
      run(new sdk.payments.CapturesRefundRequest(id), { body, whole: true, ...(key ? { key } : {}) }),
    getRefund: (id: string) => run(new sdk.payments.RefundsGetRequest(id)),
    post: (path: string, body: unknown) =>
      run({ path, verb: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
    failure: (promise: Promise<unknown>) => promise.then(() => null, explain),
  }
}

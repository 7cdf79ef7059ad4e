import paypal, { type PayPalRequest } from '@paypal/checkout-server-sdk'
import { environment } from '#lib/platform/environment.ts'

class Environment extends paypal.core.PayPalEnvironment {
  override authorizationString(): string {
    return `Basic ${Buffer.from(`${this.clientId}:${this.clientSecret}`).toString('base64')}`
  }
}

class Client extends paypal.core.PayPalHttpClient {
  constructor(place: Environment) {
    super(place)
    const { encoder } = this
    const serialize = encoder.serializeRequest.bind(encoder)
    // A body that is text already goes as it is: a verified webhook must not be parsed and written again.
    encoder.serializeRequest = (request) => (typeof request.body === 'string' ? request.body : serialize(request))
  }
  override getTimeout(): number {
    return 10_000
  }
}

let client: Client | undefined

/** Runs a request by PayPal's own client and answers its body. */
export async function askPayPal(request: PayPalRequest): Promise<unknown> {
  client ??= openClient()
  const { result } = await client.execute(request)
  return result
}

function openClient(): Client {
  const { PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, PAYPAL_API_URL } = environment()
  const base = PAYPAL_API_URL.replace(/\/$/, '')
  return new Client(new Environment(PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, base, base))
}

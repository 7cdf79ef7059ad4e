// The package carries no types; these are the parts that are used.
declare module '@paypal/checkout-server-sdk' {
  interface PayPalRequest {
    path: string
    verb: string
    headers: Record<string, string>
    body?: unknown
  }
  interface PayPalResponse {
    statusCode: number
    result?: unknown
  }
  class PayPalEnvironment {
    clientId: string
    clientSecret: string
    constructor(clientId: string, clientSecret: string, baseUrl: string, webUrl: string)
    authorizationString(): string
  }
  class PayPalHttpClient {
    encoder: { serializeRequest(request: PayPalRequest): string | Buffer }
    constructor(environment: PayPalEnvironment)
    getTimeout(): number
    execute(request: PayPalRequest): Promise<PayPalResponse>
  }
  const sdk: {
    core: { PayPalEnvironment: typeof PayPalEnvironment; PayPalHttpClient: typeof PayPalHttpClient }
    orders: {
      OrdersCreateRequest: new () => PayPalRequest
      OrdersGetRequest: new (id: string) => PayPalRequest
      OrdersCaptureRequest: new (id: string) => PayPalRequest
    }
    payments: { CapturesRefundRequest: new (captureId: string) => PayPalRequest }
  }

  export type { PayPalRequest }
  export default sdk
}

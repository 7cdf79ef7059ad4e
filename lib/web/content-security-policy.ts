/** What the policy of a page depends on. */
export interface PolicyTerms {
  readonly nonce: string
  /** Origins to which the answer of a form may redirect. */
  readonly checkouts: readonly string[]
  /** Whether people reach the portal by https. */
  readonly https: boolean
  /** The development server evaluates code and injects styles. */
  readonly development: boolean
}

/** Where a person pays: Chromium counts the redirect that follows a form as a target of that form. */
const HOSTED_CHECKOUTS = ['https://checkout.stripe.com', 'https://www.paypal.com', 'https://www.sandbox.paypal.com']

/** The hosted checkouts of the real providers, and in demo mode those of the stand-ins. */
export function checkoutOrigins(variables: Readonly<Record<string, string | undefined>>): string[] {
  if (variables.OPENBOOK_MODE !== 'demo') return HOSTED_CHECKOUTS
  const standIns = [variables.STRIPE_API_URL, variables.PAYPAL_API_URL].filter((url) => url && URL.canParse(url))
  return [...HOSTED_CHECKOUTS, ...new Set(standIns.map((url) => new URL(url ?? '').origin))]
}

/**
 * The content security policy of one page. Style attributes are allowed, because a brand's accent colour arrives as one
 * and they can run no code; style elements need the nonce as scripts do.
 */
export function contentSecurityPolicy({ nonce, checkouts, https, development }: PolicyTerms): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src-elem 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `media-src 'self' blob:`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self' ${checkouts.join(' ')}`,
    `frame-ancestors 'none'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

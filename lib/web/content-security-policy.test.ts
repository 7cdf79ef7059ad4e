import { describe, expect, it } from 'vitest'
import { checkoutOrigins, contentSecurityPolicy } from './content-security-policy.ts'

const terms = { nonce: 'abc', checkouts: ['https://checkout.stripe.com'], https: true, development: false }

function directive(policy: string, name: string) {
  return policy.split('; ').find((part) => part.startsWith(`${name} `) || part === name)
}

describe('the content security policy of a page', () => {
  it('runs only scripts with the nonce, and evaluates nothing', () => {
    const policy = contentSecurityPolicy(terms)
    expect(directive(policy, 'script-src')).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'")
    expect(policy).not.toContain('unsafe-eval')
    expect(directive(policy, 'style-src-elem')).toBe("style-src-elem 'self' 'nonce-abc'")
  })

  it('lets forms end here and at the checkouts, and nobody frame the page', () => {
    const policy = contentSecurityPolicy(terms)
    expect(directive(policy, 'form-action')).toBe("form-action 'self' https://checkout.stripe.com")
    expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(directive(policy, 'base-uri')).toBe("base-uri 'none'")
  })

  it('asks for https only where people come by https', () => {
    expect(directive(contentSecurityPolicy(terms), 'upgrade-insecure-requests')).toBeDefined()
    expect(directive(contentSecurityPolicy({ ...terms, https: false }), 'upgrade-insecure-requests')).toBeUndefined()
  })
})

describe('where a form may lead', () => {
  const standIns = { STRIPE_API_URL: 'http://127.0.0.1:4010/v1', PAYPAL_API_URL: 'http://127.0.0.1:4020' }

  it('adds the stand-ins in demo mode, by their origin', () => {
    const origins = checkoutOrigins({ ...standIns, OPENBOOK_MODE: 'demo' })
    expect(origins).toContain('http://127.0.0.1:4010')
    expect(origins).toContain('http://127.0.0.1:4020')
  })

  it('knows the real checkouts alone otherwise', () => {
    expect(checkoutOrigins({ ...standIns, OPENBOOK_MODE: 'live' }).every((url) => url.startsWith('https://'))).toBe(
      true,
    )
    expect(checkoutOrigins({ OPENBOOK_MODE: 'demo', STRIPE_API_URL: 'no address' })).toEqual(checkoutOrigins({}))
  })
})

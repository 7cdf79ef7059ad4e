import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/** Pages get their content security policy from proxy.ts, with a nonce of their own; nothing else runs a script. */
const STRICT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** On every answer: pages, actions, downloads, errors, files. */
const everywhere = [
  // Not `no-referrer`: a form sent without JavaScript would then say `Origin: null` and be refused.
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

const MOST_BODY = '12mb'

const configuration: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run validate` has a type check of its own; whoever starts the portal need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The optimiser has a history of advisories, and the portal shows few pictures.
  images: { unoptimized: true },
  devIndicators: false,
  // Messages are read once a process and not once a page, and so are formats: lib/platform/i18n/messages.ts, format-message.ts.
  turbopack: { resolveAlias: { 'use-intl/format-message': './lib/platform/i18n/format-message.ts' } },
  // A picture of ten megabytes and the rest of its form; what is longer is refused before it is read.
  experimental: { serverActions: { bodySizeLimit: MOST_BODY }, proxyClientMaxBodySize: MOST_BODY },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    '@node-rs/argon2',
    'pino',
    'nodemailer',
    '@paypal/checkout-server-sdk',
    'archiver',
    'stripe',
    'sharp',
    'zxing-wasm',
    'pdfkit',
    'subset-font',
    'web-push',
  ],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    {
      source: '/((?!_next/static|icon\\.svg).*)',
      headers: [{ key: 'Cache-Control', value: 'private, no-cache, no-store, max-age=0, must-revalidate' }],
    },
    // The address of a mailed link is its secret: no other site hears of it, and no search engine keeps it. `no-referrer`
    // would do the same, and refuse its form.
    {
      source: '/:brand/pay/:token',
      headers: [
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
      ],
    },
    { source: '/api/:path*', headers: [{ key: 'Content-Security-Policy', value: STRICT_POLICY }] },
    // A picture that somebody uploaded is looked at, whatever is in it.
    {
      source: '/api/:brand/uploads/:upload',
      headers: [{ key: 'Content-Security-Policy', value: `${STRICT_POLICY}; sandbox` }],
    },
  ],
}

export default createNextIntlPlugin('./lib/web/i18n-request.ts')(configuration)

import type { Metadata, Viewport } from 'next'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SoftLanguage } from '#components/shell/soft-language.tsx'
import { PageGuard } from '#components/ui/page-reached.tsx'
import { SoftLinks } from '#components/ui/soft-links.tsx'
import '@fontsource-variable/inter/wght.css'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Openbook', template: '%s · Openbook' },
  // What is held about people is for no search engine.
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#14171a' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>
        <PageGuard>{children}</PageGuard>
        <SoftLinks />
        <SoftLanguage />
      </body>
    </html>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CookieQuestion } from '#app/cookie-question.tsx'
import { brandContact, brandLook, brandTitles } from '#app/shell-props.ts'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { SignOut } from '#components/shell/sign-out.tsx'
import { SenderProvider } from '#components/ui/sender.tsx'
import { findManifest } from '#lib/brands/index.ts'
import { currentPath } from '#lib/web/current-path.ts'
import { currentSession } from '#lib/web/current-session.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { senderMark } from '#lib/web/sender-mark.ts'

interface LayoutProps {
  params: Promise<{ brand: string }>
  children: ReactNode
}

export async function generateMetadata({ params }: Pick<LayoutProps, 'params'>): Promise<Metadata> {
  const manifest = findManifest((await params).brand)
  return manifest ? brandTitles(manifest) : {}
}

/** The shell around a brand's pages that need no sign-in. */
export default async function PublicLayout({ params, children }: LayoutProps) {
  const manifest = findManifest((await params).brand)
  if (!manifest) notFound()
  const [session, locale, path, t] = await Promise.all([
    currentSession(),
    requestLocale(),
    currentPath(),
    getTranslations('shell'),
  ])
  const signedIn = session?.actor.kind === 'person' && session.actor.brand === manifest.key
  return (
    <SenderProvider mark={signedIn ? senderMark(session.actor, manifest.key) : null}>
      <PublicShell
        brand={brandLook(manifest)}
        contact={brandContact(manifest, locale)}
        path={path}
        person={signedIn ? { name: session.displayName } : null}
        question={<CookieQuestion manifest={manifest} />}
        signOut={<SignOut brand={manifest.key} label={t('signOut')} />}
      >
        {children}
      </PublicShell>
    </SenderProvider>
  )
}

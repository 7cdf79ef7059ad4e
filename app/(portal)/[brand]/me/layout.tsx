import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { endSupportAction } from '#app/(staff)/staff/support/actions.ts'
import { CookieQuestion } from '#app/cookie-question.tsx'
import { KeptForm } from '#app/kept-form.tsx'
import { brandContact, brandLook, brandTitles } from '#app/shell-props.ts'
import { BrandShell } from '#components/shell/brand-shell.tsx'
import { NotOnPage } from '#components/shell/not-on-page.tsx'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { SignOut } from '#components/shell/sign-out.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
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

/** The shell around a signed-in person's pages. It shows who is signed in and guards nothing: each page asks for its grant. */
export default async function PortalLayout({ params, children }: LayoutProps) {
  const manifest = findManifest((await params).brand)
  if (!manifest) notFound()
  const [session, locale, path, t, told] = await Promise.all([
    currentSession(),
    requestLocale(),
    currentPath(),
    getTranslations('shell'),
    getTranslations('announcements.mine'),
  ])
  const shell = { brand: brandLook(manifest), contact: brandContact(manifest, locale), path }
  if (!session) return <PublicShell {...shell}>{children}</PublicShell>
  const { actor, displayName, actingFor } = session
  const toldPage = `/${manifest.key}/me/announcements`
  const support = actor.kind === 'staff' && actor.support?.brand === manifest.key ? actor.support : null
  const sender = senderMark(actor, manifest.key)
  return (
    <SenderProvider mark={sender}>
      <BrandShell
        {...shell}
        person={{ name: support ? (actingFor ?? t('support.person')) : displayName }}
        signOut={<SignOut brand={manifest.key} label={t('signOut')} />}
        question={support ? null : <CookieQuestion manifest={manifest} />}
        support={
          support && {
            staffName: displayName,
            reason: support.reason,
            endsAt: support.endsAt,
            zone: manifest.zone,
            end: (
              <Form
                action={endSupportAction}
                hidden={{ brand: manifest.key }}
                submit={t('support.end')}
                tone="secondary"
                inline
              />
            ),
          }
        }
      >
        {session.unread > 0 ? (
          <NotOnPage href={toldPage}>
            <div className="mb-8">
              <Notice
                tone="warn"
                title={told('unread', { count: session.unread })}
                action={<Button href={toldPage}>{told('open')}</Button>}
              />
            </div>
          </NotOnPage>
        ) : null}
        <KeptForm session={session} sender={sender}>
          {children}
        </KeptForm>
      </BrandShell>
    </SenderProvider>
  )
}

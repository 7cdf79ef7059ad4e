import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { brandContact, brandLook, brandTitles } from '#app/shell-props.ts'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { findManifest } from '#lib/brands/index.ts'
import { currentPath } from '#lib/web/current-path.ts'
import { requestLocale } from '#lib/web/locale.ts'

interface LayoutProps {
  params: Promise<{ brand: string }>
  children: ReactNode
}

export async function generateMetadata({ params }: Pick<LayoutProps, 'params'>): Promise<Metadata> {
  const manifest = findManifest((await params).brand)
  return manifest ? brandTitles(manifest) : {}
}

/** The shell around what a mailed link opens: of nobody, also in a browser where somebody is signed in. */
export default async function LinkLayout({ params, children }: LayoutProps) {
  const manifest = findManifest((await params).brand)
  if (!manifest) notFound()
  const [locale, path] = await Promise.all([requestLocale(), currentPath()])
  return (
    <PublicShell brand={brandLook(manifest)} contact={brandContact(manifest, locale)} path={path}>
      {children}
    </PublicShell>
  )
}

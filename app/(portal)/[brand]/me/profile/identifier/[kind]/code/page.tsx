import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CodeEntry } from '#components/identity/code-entry.tsx'
import { findSentCode } from '#lib/identity/index.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { finishIdentifierChangeAction, resendIdentifierCodeAction } from '../../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; kind: string }>
  searchParams: Promise<{ ticket?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.code'))('title') }
}

export default async function IdentifierCodePage({ params, searchParams }: PageProps) {
  const { brand, kind } = await params
  const { ticket = '' } = await searchParams
  const grant = await requireGrant('identifiers:change', brand)
  const [sent, t, code] = await Promise.all([
    z.uuid().safeParse(ticket).success ? findSentCode(grant, ticket) : null,
    getTranslations('profile.identifier'),
    getTranslations('identity.code'),
  ])
  const page = `/${brand}/me/profile/identifier/${encodeURIComponent(kind)}`
  return (
    <CodeEntry
      title={code('title')}
      sent={sent}
      enter={finishIdentifierChangeAction}
      again={resendIdentifierCodeAction}
      hidden={{ brand, ticket, returnTo: `${page}/code?ticket=${ticket}` }}
      submit={t('confirm')}
      restart={page}
    />
  )
}

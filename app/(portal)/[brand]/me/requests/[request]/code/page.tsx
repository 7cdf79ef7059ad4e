import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CodeEntry } from '#components/identity/code-entry.tsx'
import { findSentCode } from '#lib/identity/index.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { proveValueAction, resendValueCodeAction } from '../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; request: string }>
  searchParams: Promise<{ ticket?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.code'))('title') }
}

/** Where the code is typed that went to the new number or address of a correction (ENB-06). */
export default async function ValueCodePage({ params, searchParams }: PageProps) {
  const [{ brand, request }, { ticket = '' }] = await Promise.all([params, searchParams])
  if (!z.uuid().safeParse(request).success) notFound()
  const grant = await requireGrant('requests:prove-value', brand)
  const [sent, t, code] = await Promise.all([
    z.uuid().safeParse(ticket).success ? findSentCode(grant, ticket) : null,
    getTranslations('requests.proof'),
    getTranslations('identity.code'),
  ])
  const page = `/${brand}/me/requests/${request}`
  return (
    <CodeEntry
      title={code('title')}
      sent={sent}
      enter={proveValueAction}
      again={resendValueCodeAction}
      hidden={{ brand, ticket, returnTo: `${page}/code?ticket=${ticket}` }}
      submit={t('confirm')}
      restart={page}
    />
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CodeEntry } from '#components/identity/code-entry.tsx'
import { findSentCode } from '#lib/identity/index.ts'
import { localPath } from '#lib/web/current-path.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { confirmByCodeAction, resendStepUpCodeAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ ticket?: string; next?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.confirm'))('title') }
}

export default async function ConfirmCodePage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { ticket = '', next } = await searchParams
  const grant = await requireGrant('sessions:step-up', brand)
  const onward = localPath(next, `/${brand}/me`)
  const [sent, t] = await Promise.all([
    z.uuid().safeParse(ticket).success ? findSentCode(grant, ticket) : null,
    getTranslations('identity.confirm'),
  ])
  return (
    <CodeEntry
      title={t('title')}
      sent={sent}
      enter={confirmByCodeAction}
      again={resendStepUpCodeAction}
      hidden={{ brand, ticket, next: onward }}
      submit={t('submit')}
      restart={`/${brand}/me/confirm?next=${encodeURIComponent(onward)}`}
    />
  )
}

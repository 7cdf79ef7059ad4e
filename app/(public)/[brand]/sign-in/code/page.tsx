import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CodeEntry } from '#components/identity/code-entry.tsx'
import { findSentCode } from '#lib/identity/index.ts'
import { localPath } from '#lib/web/current-path.ts'
import { requireVisitor } from '#lib/web/visitor.ts'
import { enterSignInCodeAction, resendSignInCodeAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ ticket?: string; next?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.code'))('title') }
}

export default async function SignInCodePage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { ticket = '', next } = await searchParams
  const grant = await requireVisitor('identity:sign-in', brand, next)
  const known = z.uuid().safeParse(ticket).success
  const onward = localPath(next, `/${brand}/me`)
  const [sent, t, signIn] = await Promise.all([
    known ? findSentCode(grant, ticket) : null,
    getTranslations('identity.code'),
    getTranslations('identity.signIn'),
  ])
  return (
    <CodeEntry
      title={t('title')}
      sent={sent}
      enter={enterSignInCodeAction}
      again={resendSignInCodeAction}
      hidden={{ brand, ticket, next: onward }}
      submit={signIn('submit')}
      restart={`/${brand}/sign-in?next=${encodeURIComponent(onward)}`}
    />
  )
}

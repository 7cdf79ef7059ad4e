import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CodeEntry } from '#components/identity/code-entry.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { findSentCode } from '#lib/identity/index.ts'
import { localPath } from '#lib/web/current-path.ts'
import { requireVisitor } from '#lib/web/visitor.ts'
import { finishSignUpAction, resendSignUpCodeAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ ticket?: string; next?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.code'))('title') }
}

export default async function SignUpCodePage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { ticket = '', next } = await searchParams
  const grant = await requireVisitor('identity:sign-up', brand, next)
  const known = z.uuid().safeParse(ticket).success
  const [sent, t, signUp] = await Promise.all([
    known ? findSentCode(grant, ticket) : null,
    getTranslations('identity.code'),
    getTranslations('identity.signUp'),
  ])
  return (
    <>
      <Steps steps={[signUp('steps.details'), signUp('steps.code')]} current={1} />
      <CodeEntry
        title={t('title')}
        sent={sent}
        enter={finishSignUpAction}
        again={resendSignUpCodeAction}
        hidden={{ brand, ticket, next: localPath(next, `/${brand}/me`) }}
        submit={signUp('finish')}
        restart={`/${brand}/sign-up`}
        gone={signUp.rich('gone', {
          signIn: (text) => <TextLink href={`/${brand}/sign-in`}>{text}</TextLink>,
        })}
      />
    </>
  )
}

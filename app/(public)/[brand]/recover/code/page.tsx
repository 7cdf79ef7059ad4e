import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CodeEntry } from '#components/identity/code-entry.tsx'
import { NoAddress } from '#components/identity/no-address.tsx'
import { Field } from '#components/ui/field.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { findSentCode } from '#lib/identity/index.ts'
import { requireVisitor } from '#lib/web/visitor.ts'
import { finishRecoveryAction, resendRecoveryCodeAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ ticket?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.recover'))('codeTitle') }
}

export default async function RecoverCodePage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { ticket = '' } = await searchParams
  const grant = await requireVisitor('identity:recover', brand, undefined)
  const known = z.uuid().safeParse(ticket).success
  const [sent, t, signUp] = await Promise.all([
    known ? findSentCode(grant, ticket) : null,
    getTranslations('identity.recover'),
    getTranslations('identity.signUp'),
  ])
  return (
    <CodeEntry
      title={t('codeTitle')}
      sent={sent}
      enter={finishRecoveryAction}
      again={resendRecoveryCodeAction}
      hidden={{ brand, ticket }}
      submit={t('save')}
      restart={`/${brand}/recover`}
      note={sent?.to === null ? <NoAddress email={getManifest(brand).controller.email} /> : null}
    >
      <Field
        name="newPassword"
        kind="password"
        label={t('newPassword')}
        hint={t('ends', { hint: signUp('passwordHint') })}
        autoComplete="new-password"
      />
    </CodeEntry>
  )
}

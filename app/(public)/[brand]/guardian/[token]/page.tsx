import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { findGuardianQuestion, type GuardianQuestion } from '#lib/identity/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { visitorGrant } from '#lib/web/visitor.ts'
import { decideAsGuardianAction, withdrawAsGuardianAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.guardian'))('decide.title'), robots: { index: false } }
}

/** Where a parent or guardian decides, by the link that was mailed to them (ENB-15). */
export default async function DecidePage({ params }: { params: Promise<{ brand: string; token: string }> }) {
  const { brand, token } = await params
  const manifest = requireManifest(brand)
  const question = await findGuardianQuestion(visitorGrant('guardians:decide', brand), token)
  if (!question) notFound()
  const [t, locale] = await Promise.all([getTranslations('identity.guardian.decide'), requestLocale()])
  const until = formatDate(question.expiresAt, locale, manifest.zone, 'long')
  return (
    <>
      {question.state === 'asked' ? (
        <PageHeader title={t('title')} lead={t('lead', { brand: manifest.name, age: manifest.guardianBelow ?? 0 })} />
      ) : (
        <Decided question={question} until={until} />
      )}
      {question.state === 'asked' || question.state === 'agreed' ? (
        <ul className="mb-6 grid max-w-prose list-disc gap-2 ps-6">
          <li>
            {t('policy')} <TextLink href={`/${brand}/policy/${question.policyVersion}`}>{t('policyLink')}</TextLink>
          </li>
          <li>
            {t('data')} <TextLink href={`/${brand}/data`}>{t('dataLink')}</TextLink>
          </li>
          {question.state === 'asked' ? <li>{t('until', { date: until })}</li> : null}
        </ul>
      ) : null}
      {question.state === 'asked' ? (
        <>
          <Form action={decideAsGuardianAction} hidden={{ brand, token, decision: 'agreed' }} submit={t('agree')}>
            <Field kind="checkbox" name="sure" label={t('sure')} />
          </Form>
          <Section title={t('refuseTitle')}>
            <Form
              action={decideAsGuardianAction}
              hidden={{ brand, token, decision: 'refused' }}
              submit={t('refuse')}
              tone="secondary"
              inline
            />
          </Section>
        </>
      ) : null}
      {question.state === 'agreed' ? <TakeBack question={question} hidden={{ brand, token }} /> : null}
      <p className="mt-8">
        <TextLink href={`/${brand}/request?kind=child_report`}>{t('report')}</TextLink>
      </p>
    </>
  )
}

/** What became of the question: the answer is the page's heading, and nobody is asked again. */
async function Decided({ question, until }: { question: GuardianQuestion; until: string }) {
  const t = await getTranslations('identity.guardian.decide')
  const { state, hasAccount } = question
  if (state === 'agreed')
    return (
      <PageHeader title={t('agreedTitle')} lead={hasAccount ? t('agreedAccount') : t('agreedText', { date: until })} />
    )
  if (state === 'withdrawn')
    return <PageHeader title={t('withdrawnTitle')} lead={t(hasAccount ? 'withdrawnAccount' : 'withdrawnText')} />
  return <PageHeader title={t('refusedTitle')} lead={t('refusedText', { date: until })} />
}

/** Taking the agreement back, with what follows before the click. */
async function TakeBack({ question, hidden }: { question: GuardianQuestion; hidden: Record<string, string> }) {
  const t = await getTranslations('identity.guardian.takeBack')
  return (
    <Section title={t('title')} lead={t(question.hasAccount ? 'account' : 'before')}>
      <Form action={withdrawAsGuardianAction} hidden={hidden} submit={t('submit')} tone="danger">
        <Field kind="checkbox" name="sure" label={t(question.hasAccount ? 'sureAccount' : 'sure')} />
      </Form>
    </Section>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { openMailToken } from '#lib/news/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { leaveListAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string; token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('news'))('title') }
}

/** Where the link of a mail leads: one button, no sign-in. Opening the page changes nothing (WBP-07). */
export default async function UnsubscribePage({ params }: PageProps) {
  const { brand, token } = await params
  const manifest = requireManifest(brand)
  const [t, locale] = await Promise.all([getTranslations('news'), requestLocale()])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}`, label: manifest.name }} />
      {openMailToken(brand, 'leave', token) ? (
        <Form action={leaveListAction} hidden={{ brand, token, locale }} submit={t('submit')} inline />
      ) : (
        <Notice tone="warn" title={t('wrong')} />
      )}
      <p className="mt-6">
        <TextLink href={`/${brand}/me/choices`}>{t('choices')}</TextLink>
      </p>
    </>
  )
}

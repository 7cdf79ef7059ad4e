import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.pages.contact'))('title') }
}

export default async function ContactPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const [t, locale] = await Promise.all([getTranslations('transparency'), requestLocale()])
  const { controller } = manifest
  const authority = controller.complaint.name[locale]
  return (
    <>
      <PageHeader
        title={t('pages.contact.title')}
        lead={t('contact.lead', { days: manifest.answerDays })}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
      />
      <DescriptionList
        items={[
          { term: t('contact.controller'), value: controller.name },
          { term: t('contact.address'), value: controller.address[locale] },
          {
            term: t('contact.email'),
            value: <TextLink href={`mailto:${controller.email}`}>{controller.email}</TextLink>,
          },
          ...(controller.phone
            ? [
                {
                  term: t('contact.phone'),
                  value: (
                    <TextLink href={`tel:${controller.phone.replace(/[^+\d]/g, '')}`}>{controller.phone}</TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Section title={t('contact.ask')} lead={t('contact.askText')}>
        <div className="flex flex-wrap items-center gap-4">
          <Button href={`/${manifest.key}/me/requests`}>{t('contact.askAction')}</Button>
          <TextLink href={`/${manifest.key}/request`}>{t('contact.askWithout')}</TextLink>
          <TextLink href={`/${manifest.key}/request?kind=child_report`}>{t('contact.reportChild')}</TextLink>
        </div>
      </Section>
      <Section title={t('contact.authority')}>
        <p className="max-w-prose">{t('contact.authorityText')}</p>
        <p className="mt-2">
          {controller.complaint.url ? <TextLink href={controller.complaint.url}>{authority}</TextLink> : authority}
        </p>
      </Section>
    </>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { aboutRecipient } from '#app/about-recipient.ts'
import { RecipientFacts } from '#components/transparency/recipient-facts.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Details } from '#components/ui/details.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { recipientName } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

const GROUNDS = ['consent', 'partner', 'affiliate', 'law'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.pages.recipients'))('title') }
}

/** The register of recipients by the four grounds of sharing (WBP-09, WBP-11, ENB-05). */
export default async function RecipientsPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const [t, locale] = await Promise.all([getTranslations('transparency'), requestLocale()])
  return (
    <>
      <PageHeader
        title={t('pages.recipients.title')}
        lead={t('recipients.lead', { brand: manifest.name })}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
      />
      {GROUNDS.map((ground) => {
        const recipients = manifest.recipients.filter((recipient) => recipient.ground === ground)
        return (
          <Section
            key={ground}
            id={ground}
            title={t(`recipients.grounds.${ground}.title`)}
            lead={t(`recipients.grounds.${ground}.lead`)}
            aside={<span className="text-sm text-ink-soft">{t('recipients.count', { count: recipients.length })}</span>}
          >
            {recipients.length === 0 ? <p className="text-ink-soft">{t('recipients.none')}</p> : null}
            <div className="grid gap-4">
              {recipients.map((recipient) => (
                <Card
                  key={recipient.key}
                  title={recipientName(recipient, locale)}
                  level={3}
                  aside={
                    <Badge
                      tone={recipient.essential ? 'neutral' : 'info'}
                      icon={recipient.essential ? 'lock' : 'choices'}
                    >
                      {t(recipient.essential ? 'recipients.essential' : 'recipients.refusable')}
                    </Badge>
                  }
                >
                  <p className="max-w-prose">{recipient.purpose[locale]}</p>
                  <Details summary={t('recipients.open')}>
                    <RecipientFacts about={aboutRecipient(manifest, recipient, locale)} />
                  </Details>
                </Card>
              ))}
            </div>
          </Section>
        )
      })}
    </>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { aboutRecipient } from '#app/about-recipient.ts'
import { RecipientFacts } from '#components/transparency/recipient-facts.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Details } from '#components/ui/details.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { inScope } from '#lib/access/index.ts'
import { getManifest, type Recipient, recipientName } from '#lib/brands/index.ts'
import { type ConsentView, listConsents } from '#lib/consents/index.ts'
import { entryPolicy } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

const GROUNDS = ['consent', 'partner', 'affiliate', 'law'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consents.recipients'))('title') }
}

/** What each recipient gets of this person, given what they decided (WBP-09, WEA-14). */
export default async function MyRecipientsPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('consents:view', brand)
  const [t, open, locale] = await Promise.all([
    getTranslations('consents'),
    getTranslations('transparency.recipients'),
    requestLocale(),
  ])
  const [consents, entry] = await inScope(grant, async () => [
    await listConsents(grant, locale),
    await entryPolicy(grant),
  ])
  const manifest = getManifest(brand)
  return (
    <>
      <PageHeader
        title={t('recipients.title')}
        lead={t('recipients.lead')}
        back={{ href: `/${brand}/me/choices`, label: t('title') }}
      />
      {entry ? (
        <Notice
          title={t('recipients.entry.title', { app: entry.name })}
          action={<TextLink href={entry.policyUrl}>{t('recipients.entry.link', { app: entry.name })}</TextLink>}
        >
          {t('recipients.entry.text', { app: entry.name })}
        </Notice>
      ) : null}
      {GROUNDS.map((ground) => {
        const recipients = manifest.recipients.filter((recipient) => recipient.ground === ground)
        if (recipients.length === 0) return null
        return (
          <Section key={ground} title={open(`grounds.${ground}.title`)} lead={open(`grounds.${ground}.lead`)}>
            <div className="grid gap-4">
              {recipients.map((recipient) => (
                <Card
                  key={recipient.key}
                  title={recipientName(recipient, locale)}
                  level={3}
                  aside={<Now recipient={recipient} consents={consents} />}
                >
                  <p className="max-w-prose">{recipient.purpose[locale]}</p>
                  <Why recipient={recipient} consents={consents} />
                  <Details summary={open('open')}>
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

interface StandingProps {
  recipient: Recipient
  consents: readonly ConsentView[]
}

/** The purposes of a recipient that the person has not allowed. */
function refusedOf({ recipient, consents }: StandingProps): ConsentView[] {
  return consents.filter((consent) => recipient.purposes.includes(consent.purpose) && !consent.granted)
}

async function Now({ recipient, consents }: StandingProps) {
  const t = await getTranslations('consents.recipients')
  const refused = refusedOf({ recipient, consents }).length
  if (refused === recipient.purposes.length) return <Badge tone="good">{t('nothing')}</Badge>
  if (recipient.ground === 'law') return <Badge tone="neutral">{t('onOrder')}</Badge>
  if (!recipient.essential && refused === 0 && recipient.sends.length > 0)
    return <Badge tone="neutral">{t('whenUsed')}</Badge>
  return <Badge tone="info">{t(refused > 0 ? 'partly' : 'gets')}</Badge>
}

async function Why({ recipient, consents }: StandingProps) {
  const t = await getTranslations('consents.recipients')
  const refused = refusedOf({ recipient, consents })
  if (refused.length === 0) return null
  return (
    <p className="mt-2 max-w-prose text-sm text-ink-soft">
      {t('nothingWhy', { purposes: refused.map(({ name }) => name).join(' · ') })}
    </p>
  )
}

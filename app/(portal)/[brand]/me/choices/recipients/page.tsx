import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { inScope } from '#lib/access/index.ts'
import { listCategories } from '#lib/inventory/index.ts'
import { entryPolicy } from '#lib/policies/index.ts'
import { listRecipients } from '#lib/recipients/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { AskCard } from './ask-card.tsx'
import { RecipientCard } from './recipient-card.tsx'

const GROUNDS = ['consent', 'partner', 'affiliate', 'law'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consents.recipients'))('title') }
}

/** What each recipient gets of this person, given what they decided; new and changed ones first (WBP-09, WEA-14, ENB-05). */
export default async function MyRecipientsPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('consents:view', brand)
  const [t, open, locale] = await Promise.all([
    getTranslations('consents'),
    getTranslations('transparency.recipients'),
    requestLocale(),
  ])
  const [views, held, entry] = await inScope(grant, async () => [
    await listRecipients(grant, locale),
    await listCategories(grant),
    await entryPolicy(grant),
  ])
  const rowsOf = new Map(held.map(({ category, rows }) => [category.key, rows]))
  const decides = grant.actor.kind === 'person'
  const asked = views.filter(({ ask }) => ask !== null)
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
      {asked.length > 0 ? (
        <Section id="asked" title={t('recipients.asked.title')} lead={t('recipients.asked.lead')}>
          <div className="grid gap-4">
            {asked.map((view) => (
              <AskCard key={view.recipient.key} brand={brand} view={view} decides={decides} />
            ))}
          </div>
        </Section>
      ) : null}
      {GROUNDS.map((ground) => {
        const those = views.filter(({ recipient }) => recipient.ground === ground)
        if (those.length === 0) return null
        return (
          <Section key={ground} title={open(`grounds.${ground}.title`)} lead={open(`grounds.${ground}.lead`)}>
            <div className="grid gap-4">
              {those.map((view) => (
                <RecipientCard key={view.recipient.key} brand={brand} view={view} rowsOf={rowsOf} decides={decides} />
              ))}
            </div>
          </Section>
        )
      })}
    </>
  )
}

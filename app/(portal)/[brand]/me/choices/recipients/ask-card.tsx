import { getTranslations } from 'next-intl/server'
import { aboutRecipient } from '#app/about-recipient.ts'
import { RecipientFacts } from '#components/transparency/recipient-facts.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { getManifest, recipientName } from '#lib/brands/index.ts'
import type { RecipientView } from '#lib/recipients/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { acknowledgeRecipientAction, decideRecipientAction } from './actions.ts'

interface AskCardProps {
  brand: string
  view: RecipientView
  decides: boolean
}

/** A recipient that is new or has changed: everything about it, what a no costs, and then yes and no alike. */
export async function AskCard({ brand, view, decides }: AskCardProps) {
  const [t, locale] = await Promise.all([getTranslations('consents'), requestLocale()])
  const { recipient, ask, refusable, consequence, shown } = view
  if (!ask) return null
  const manifest = getManifest(brand)
  const name = recipientName(recipient, locale)
  const hidden = { brand, recipient: recipient.key, returnTo: `/${brand}/me/choices/recipients` }
  return (
    <Card title={name} level={3} aside={<Badge tone="warn">{t(`recipients.asked.${ask.kind}`)}</Badge>}>
      <p className="mb-3 text-sm text-ink-soft">
        {t('recipients.asked.since', { date: formatDate(ask.askedAt, locale, manifest.zone, 'long') })}
      </p>
      <RecipientFacts about={aboutRecipient(manifest, recipient, locale)} />
      <p className="mt-3 max-w-prose font-medium">{refusable ? consequence : t('recipients.asked.essential')}</p>
      {decides ? (
        <div className="mt-3 flex flex-wrap gap-3">
          {refusable ? (
            (['on', 'off'] as const).map((wanted) => (
              <Form
                key={wanted}
                action={decideRecipientAction}
                hidden={{ ...hidden, locale, shown, wanted }}
                submit={t(wanted === 'on' ? 'allow' : 'refuse')}
                label={t(wanted === 'on' ? 'allowLabel' : 'refuseLabel', { purpose: name })}
                tone="secondary"
                inline
              />
            ))
          ) : (
            <Form
              action={acknowledgeRecipientAction}
              hidden={hidden}
              submit={t('recipients.asked.read')}
              label={t('recipients.asked.readLabel', { name })}
              tone="secondary"
              inline
            />
          )}
        </div>
      ) : (
        <p className="mt-2 text-sm text-ink-soft">{t('onBehalf')}</p>
      )}
    </Card>
  )
}

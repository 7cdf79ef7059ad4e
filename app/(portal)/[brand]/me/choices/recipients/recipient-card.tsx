import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { aboutRecipient } from '#app/about-recipient.ts'
import { RecipientFacts } from '#components/transparency/recipient-facts.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Details } from '#components/ui/details.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { getManifest, type Recipient, recipientName } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import type { RecipientView } from '#lib/recipients/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { decideRecipientAction } from './actions.ts'

interface RecipientCardProps {
  brand: string
  view: RecipientView
  /** How many records are held, by category. */
  rowsOf: ReadonlyMap<string, number>
  decides: boolean
}

/** One recipient: what it gets of this person now and why, everything about it, and its switch where it can be refused. */
export async function RecipientCard({ brand, view, rowsOf, decides }: RecipientCardProps) {
  const [t, open, locale] = await Promise.all([
    getTranslations('consents'),
    getTranslations('transparency.recipients'),
    requestLocale(),
  ])
  const manifest = getManifest(brand)
  const { recipient, refusable, withheld, consequence, shown } = view
  const name = recipientName(recipient, locale)
  // A yes to the purpose is what it waits for; its own switch then only says whether it would be among those who hear.
  const waits = withheld === 'purposes' ? missingNames(brand, view, locale) : ''
  const locked = decides ? (view.ask ? t('recipients.decideAbove') : null) : t('onBehalf')
  return (
    <Card title={name} level={3} aside={<Now view={view} />}>
      <p className="max-w-prose">{recipient.purpose[locale]}</p>
      <Why brand={brand} view={view} />
      <Gets brand={brand} view={view} rowsOf={rowsOf} />
      {refusable ? (
        <div className="mt-3 grid gap-1">
          <p className="max-w-prose text-sm font-medium">{consequence}</p>
          <Switch
            action={decideRecipientAction}
            name="wanted"
            label={waits ? t('recipients.allowThen', { name, purposes: waits }) : t('recipients.allow', { name })}
            on={withheld !== 'refused'}
            hidden={{ brand, recipient: recipient.key, locale, shown, returnTo: `/${brand}/me/choices/recipients` }}
            {...(locked === null ? {} : { locked })}
          />
        </div>
      ) : null}
      <Details summary={open('open')}>
        <RecipientFacts about={aboutRecipient(manifest, recipient, locale)} />
      </Details>
    </Card>
  )
}

function Now({ view: { recipient, withheld, missing, refusable } }: { view: RecipientView }) {
  const t = useTranslations('consents.recipients')
  if (withheld !== null) return <Badge tone="good">{t('nothing')}</Badge>
  if (recipient.kind === 'public') return <Badge tone="good">{t('nothing')}</Badge>
  if (recipient.ground === 'law') return <Badge tone="neutral">{t('onOrder')}</Badge>
  if (refusable && isAskedEachTime(recipient)) return <Badge tone="neutral">{t('whenUsed')}</Badge>
  return <Badge tone="info">{t(missing.length > 0 ? 'partly' : 'gets')}</Badge>
}

// Ways to pay: they hear of somebody only when that person chooses them.
const isAskedEachTime = ({ ground, sends }: Recipient) => ground === 'partner' && sends.length > 0

/** Optional purposes of it that the person has not allowed, in words. */
function missingNames(brand: string, { missing }: RecipientView, locale: Locale): string {
  return getManifest(brand)
    .purposes.filter(({ key }) => missing.includes(key))
    .map(({ name }) => name[locale])
    .join(' · ')
}

async function Why({ brand, view }: { brand: string; view: RecipientView }) {
  const [t, locale] = await Promise.all([getTranslations('consents.recipients'), requestLocale()])
  const purposes = missingNames(brand, view, locale)
  const text =
    view.withheld === 'refused' || view.withheld === 'asked'
      ? t(`withheld.${view.withheld}`)
      : purposes
        ? t('nothingWhy', { purposes })
        : null
  return text ? <p className="mt-2 max-w-prose text-sm text-ink-soft">{text}</p> : null
}

/** Which categories, with how much is held in each: what this one gets, or could get. */
async function Gets({ brand, view, rowsOf }: Pick<RecipientCardProps, 'brand' | 'view' | 'rowsOf'>) {
  const [t, locale] = await Promise.all([getTranslations('consents.recipients'), requestLocale()])
  const categories = getManifest(brand).categories.filter(({ key }) => view.recipient.categories.includes(key))
  if (view.withheld !== null || categories.length === 0) return null
  return (
    <div className="mt-3">
      <h4 className="text-sm font-semibold">{t('ofYou')}</h4>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {categories.map(({ key, name }) => (
          <li key={key}>{t('rows', { category: name[locale], rows: rowsOf.get(key) ?? 0 })}</li>
        ))}
      </ul>
    </div>
  )
}

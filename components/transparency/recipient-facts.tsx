import { getTranslations } from 'next-intl/server'
import { type Description, DescriptionList } from '#components/ui/description-list.tsx'
import { TextLink } from './text-link.tsx'

/** One entry of the register, in the reader's language. */
export interface RecipientAbout {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly ground: 'consent' | 'law' | 'affiliate' | 'partner'
  readonly legalBasis: string | null
  readonly essential: boolean
  readonly purpose: string
  readonly purposes: readonly string[]
  readonly categories: readonly string[]
  /** The fields on the wire, exactly. */
  readonly sends: readonly string[]
  readonly country: string
  readonly policyUrl: string | null
  readonly sdk: SdkAbout | null
}

export interface SdkAbout {
  readonly developer: string
  readonly packageNames: readonly string[]
  readonly scenario: string
  readonly permissions: readonly string[]
  readonly purpose: string
  readonly scope: string
  readonly processing: string
  readonly method: string
  readonly website: string | null
  readonly privacyPolicy: string
}

/** Everything that the register says about one recipient. */
export async function RecipientFacts({ about }: { about: RecipientAbout }) {
  const [t, bases] = await Promise.all([getTranslations('transparency.recipients'), getTranslations('inventory.bases')])
  const items: Description[] = [
    { term: t('kind'), value: t(`kinds.${about.kind}`) },
    { term: t('purposes'), value: about.purposes.join(' · ') },
    ...(about.legalBasis ? [{ term: t('basis'), value: bases(about.legalBasis) }] : []),
    { term: t('data'), value: about.categories.join(' · ') || t('nothing') },
    ...(about.sends.length > 0 ? [{ term: t('sends'), value: <Codes names={about.sends} /> }] : []),
    { term: t('country'), value: about.country },
    ...(about.policyUrl && !about.sdk
      ? [{ term: t('policy'), value: <TextLink href={about.policyUrl}>{about.policyUrl}</TextLink> }]
      : []),
    ...(about.sdk ? await sdkItems(about.sdk) : []),
  ]
  return <DescriptionList items={items} />
}

async function sdkItems(sdk: SdkAbout): Promise<Description[]> {
  const t = await getTranslations('transparency.recipients.sdk')
  return [
    { term: t('developer'), value: sdk.developer },
    { term: t('packages'), value: <Codes names={sdk.packageNames} /> },
    { term: t('scenario'), value: sdk.scenario },
    {
      term: t('permissions'),
      value: sdk.permissions.length > 0 ? <Codes names={sdk.permissions} /> : t('noPermissions'),
    },
    { term: t('purpose'), value: sdk.purpose },
    { term: t('scope'), value: sdk.scope },
    { term: t('processing'), value: sdk.processing },
    { term: t('method'), value: sdk.method },
    ...(sdk.website ? [{ term: t('website'), value: <TextLink href={sdk.website}>{sdk.website}</TextLink> }] : []),
    { term: t('privacyPolicy'), value: <TextLink href={sdk.privacyPolicy}>{sdk.privacyPolicy}</TextLink> },
  ]
}

function Codes({ names }: { names: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {names.map((name) => (
        <li key={name}>
          <code className="font-mono text-sm wrap-anywhere">{name}</code>
        </li>
      ))}
    </ul>
  )
}

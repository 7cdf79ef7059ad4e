import { type Manifest, recipientName } from '#lib/brands/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { concernedBy } from './concerned.ts'

/** What is decided: a purpose, recipient, use or way to pay, as it is recorded; on a phone where there is a `deviceId`. */
interface Decided {
  readonly purpose: string
  readonly locale: Locale
  readonly deviceId: string | null
}

/** What somebody agrees to or refuses, as a receipt says it: the data, who gets it, where it lies and who answers for it. */
export type ConsentTerms = ReturnType<typeof termsOf>

/**
 * The terms of a decision as they are now. They are kept with the decision, so that its receipt names the recipients of
 * then, whoever the brand gives the data to later.
 */
export function termsOf(manifest: Manifest, { purpose, locale, deviceId }: Decided) {
  const { controller, storage } = manifest
  const about = aboutOf(manifest, purpose, locale)
  return {
    '@type': 'dpv:Process',
    'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'dct:identifier': purpose, 'dct:title': about.name },
    'dpv:hasLegalBasis': 'dpv:Consent',
    'dpv:hasPersonalData': about.categories.map(({ key, name, source, retention }) => ({
      '@type': 'dpv:PersonalData',
      'dct:identifier': key,
      'dct:title': name[locale],
      'dpv:hasDataSource': source,
      'dpv:hasStorageDuration': retention.reason[locale],
      'dpv:hasNecessity': 'dpv:Optional',
    })),
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'dct:identifier': manifest.key,
      'dpv:hasName': controller.name,
      'dpv:hasAddress': controller.address[locale],
      'dpv:hasContact': controller.email,
    },
    'dpv:hasAuthority': controller.complaint.name[locale],
    'dpv:hasCollectionMethod': deviceId ? 'phone_app' : 'portal',
    'dpv:hasLocation': {
      '@type': 'dpv:StorageLocation',
      'dpv:hasCountry': `loc:${storage.region}`,
      'dct:description': storage.place[locale],
    },
    'dpv:hasJurisdiction': `loc:${controller.country}`,
    'dpv:hasRecipient': about.recipients,
  }
}

/** What the decision is about: its name, the data it concerns and who gets that. */
function aboutOf(manifest: Manifest, purpose: string, locale: Locale) {
  const [kind = '', key = ''] = purpose.includes(':') ? purpose.split(':') : ['purpose', purpose]
  if (kind === 'use') {
    const [permission = '', use = ''] = key.split('.')
    const found = manifest.permissions.find((entry) => entry.key === permission)
    const used = found?.uses.find((entry) => entry.key === use)
    return { name: [found?.name[locale], used?.name[locale]].join(': '), categories: [], recipients: [] }
  }
  if (kind === 'card') {
    const t = translator(locale, 'autopay')
    return { name: t(`decisions.${key === 'keep' ? 'keep' : 'autopay'}`), categories: [], recipients: [] }
  }
  if (kind === 'cookies') {
    const name = translator(locale, 'transparency')(`cookies.categories.${key}`)
    return { name, categories: [], recipients: [] }
  }
  const recipients = kind === 'recipient' ? [key] : concernedBy(manifest, key)
  const named = manifest.recipients.filter((entry) => recipients.includes(entry.key))
  const [one] = kind === 'recipient' ? named : []
  const categories = manifest.categories.filter((category) =>
    one ? one.categories.includes(category.key) : category.purposes.includes(key),
  )
  const name = one
    ? recipientName(one, locale)
    : (manifest.purposes.find((entry) => entry.key === key)?.name[locale] ?? purpose)
  return {
    name,
    categories,
    recipients: named.map((recipient) => ({
      '@type': 'dpv:Recipient',
      'dct:identifier': recipient.key,
      'dpv:hasName': recipientName(recipient, locale),
      'dpv:hasCountry': `loc:${recipient.country}`,
      ...(recipient.policyUrl ? { 'dpv:hasContact': recipient.policyUrl } : {}),
    })),
  }
}

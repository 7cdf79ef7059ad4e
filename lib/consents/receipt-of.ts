import { type Manifest, recipientName } from '#lib/brands/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { concernedBy } from './concerned.ts'

/** A recorded decision, with what the receipt says of it beside the manifest. */
export interface RecordedDecision {
  readonly id: string
  readonly purpose: string
  readonly decision: string
  readonly noticeVersion: string
  readonly locale: Locale
  readonly textHash: Uint8Array
  readonly way: string
  readonly deviceId: string | null
  readonly decidedAt: Date
  /** The reference of the account. */
  readonly person: string
  readonly text: string | null
}

export type ConsentReceipt = ReturnType<typeof receiptOf>

const STATUS: Readonly<Record<string, string>> = {
  granted: 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
}

/** Puts a receipt together; consent-receipt.schema.json says what each receipt must hold. */
export function receiptOf(manifest: Manifest, portal: string, record: RecordedDecision) {
  const { controller } = manifest
  const about = aboutOf(manifest, record.purpose, record.locale)
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      loc: 'https://w3id.org/dpv/loc#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      openbook: `${portal}/ns#`,
    },
    '@id': `urn:uuid:${record.id}#receipt`,
    '@type': 'dpv:ConsentReceipt',
    'dct:conformsTo': [
      'https://www.iso.org/standard/80392.html',
      'https://w3id.org/dpv/schema/dpv-27560#receipt-record',
    ],
    'dct:identifier': record.id,
    'dpv:hasRecordOfActivity': {
      '@id': `urn:uuid:${record.id}`,
      '@type': 'dpv:ConsentRecord',
      'dct:identifier': record.id,
      'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': record.person },
      'dpv:hasNotice': {
        '@type': 'dpv:ConsentNotice',
        'dct:identifier': `${portal}/${manifest.key}/policy/${record.noticeVersion}`,
        'dct:hasVersion': record.noticeVersion,
        'dct:language': record.locale,
        'openbook:sha256': Buffer.from(record.textHash).toString('hex'),
        ...(record.text === null ? {} : { 'dct:description': record.text }),
      },
      'dpv:hasProcess': {
        '@type': 'dpv:Process',
        'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'dct:identifier': record.purpose, 'dct:title': about.name },
        'dpv:hasLegalBasis': 'dpv:Consent',
        'dpv:hasPersonalData': about.categories.map(({ key, name, source, retention }) => ({
          '@type': 'dpv:PersonalData',
          'dct:identifier': key,
          'dct:title': name[record.locale],
          'dpv:hasDataSource': source,
          'dpv:hasStorageDuration': retention.reason[record.locale],
          'dpv:hasNecessity': 'dpv:Optional',
        })),
        'dpv:hasDataController': {
          '@type': 'dpv:DataController',
          'dct:identifier': manifest.key,
          'dpv:hasName': controller.name,
          'dpv:hasAddress': controller.address[record.locale],
          'dpv:hasContact': controller.email,
        },
        'dpv:hasAuthority': controller.complaint.name[record.locale],
        'dpv:hasCollectionMethod': record.deviceId ? 'phone_app' : 'portal',
        'dpv:hasLocation': {
          '@type': 'dpv:StorageLocation',
          'dpv:hasCountry': `loc:${manifest.storage.region}`,
          'dct:description': manifest.storage.place[record.locale],
        },
        'dpv:hasJurisdiction': `loc:${controller.country}`,
        'dpv:hasRecipient': about.recipients,
      },
      'dpv:hasConsentStatus': [
        {
          '@type': STATUS[record.decision] ?? 'dpv:ConsentWithdrawn',
          'dct:date': record.decidedAt.toISOString(),
          // Until it is withdrawn.
          'dct:valid': 'indefinite',
          'dpv:isIndicatedBy': 'dpv:DataSubject',
          'dpv:isImplementedByEntity': manifest.key,
          'dpv:hasConsentType': 'dpv:ExplicitlyExpressedConsent',
          'openbook:way': record.way,
          ...(record.deviceId ? { 'openbook:device': record.deviceId } : {}),
        },
      ],
      'dpv:hasConsentControl': {
        '@type': 'dpv:WithdrawConsent',
        'dct:identifier': `${portal}/${manifest.key}/me/choices`,
      },
    },
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

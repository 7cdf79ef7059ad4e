import type { Manifest } from '#lib/brands/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { type ConsentTerms, termsOf } from './terms-of.ts'

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
  /** What the decision was about when it was made; null where that was not kept. */
  readonly terms: ConsentTerms | null
  readonly takenAt: Date
}

export type ConsentReceipt = ReturnType<typeof receiptOf>

const STATUS: Readonly<Record<string, string>> = {
  granted: 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
}

/** Puts a receipt together; consent-receipt.schema.json says what each receipt must hold. */
export function receiptOf(manifest: Manifest, portal: string, record: RecordedDecision) {
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
        ...(record.terms ?? termsOf(manifest, record)),
        // Of then where that was kept; otherwise of today, and the receipt says so.
        'openbook:asOf': (record.terms ? record.decidedAt : record.takenAt).toISOString(),
        ...(record.terms ? {} : { 'dct:description': translator(record.locale, 'consents')('receipt.termsOfToday') }),
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

import { z } from 'zod'

/** GDPR-style bases, and the eleven cases in which WBP-05 needs no consent. */
export const LEGAL_BASES = [
  'consent',
  'contract',
  'legal_obligation',
  'legitimate_interest',
  'vital_interest',
  'public_security',
  'public_health',
  'criminal_procedure',
  'published_by_person',
  'lawful_public_source',
  'safe_operation',
  'news_reporting',
  'research',
] as const

export const LegalBasis = z.enum(LEGAL_BASES)

export type LegalBasis = (typeof LEGAL_BASES)[number]

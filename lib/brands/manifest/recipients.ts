import { z } from 'zod'
import { LegalBasis } from './legal-bases.ts'
import { Key, Localised, Text } from './values.ts'

export const OPERATING_SYSTEMS = ['android', 'ios', 'harmonyos'] as const

export const Permission = z.strictObject({
  key: Key,
  systems: z.array(z.enum(OPERATING_SYSTEMS)).min(1),
  /** The names by which the operating system knows it. */
  systemNames: z.array(Text),
  name: Localised,
  uses: z.array(z.strictObject({ key: Key, name: Localised })).min(1),
  consequence: Localised,
  processing: z.enum(['on_device', 'uploaded']),
})

export const Sdk = z.strictObject({
  developer: Text,
  packageNames: z.array(Text),
  scenario: Localised,
  permissions: z.array(Text),
  purpose: Localised,
  /** What the SDK collects. */
  scope: Localised,
  /** Whether anything is shared, or it works on the phone only. */
  processing: Localised,
  /** De-identification, encryption and so on. */
  method: Localised,
  website: z.url().optional(),
  privacyPolicy: z.url(),
})

export const Recipient = z.strictObject({
  key: Key,
  /** A company's own name; for a group of recipients what it is called in each language. */
  name: z.union([Text, Localised]),
  kind: z.enum(['sdk', 'processor', 'affiliate', 'partner', 'authority', 'public']),
  /** The four grounds for sharing (WBP-09). */
  ground: z.enum(['consent', 'law', 'affiliate', 'partner']),
  /** The disclosure names consent or one of the grounds that need none (WBP-05). */
  legalBasis: LegalBasis.optional(),
  /** An essential recipient cannot be refused while the account is used. */
  essential: z.boolean(),
  /** What is lost by refusing it; for each one that can be refused. */
  refusal: Localised.optional(),
  purpose: Localised,
  purposes: z.array(Key).min(1),
  categories: z.array(Key),
  /** Exactly the fields that may be sent to it, as dotted names of the wire. */
  sends: z.array(z.string()).default([]),
  country: z.string().length(2),
  policyUrl: z.url().optional(),
  sdk: Sdk.optional(),
})

export type Recipient = z.output<typeof Recipient>
export type Permission = z.output<typeof Permission>

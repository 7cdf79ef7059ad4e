/**
 * What each brand declares: who is responsible, how people sign in, what is held and why, who gets it, what it costs.
 * Everything that differs between brands stands here; no other room asks which brand it is.
 */
export { BRAND_KEYS, type BrandKey, findManifest, getManifest } from './brands.ts'
export { isRefusable } from './is-refusable.ts'
export type {
  ArrearsStage,
  Category,
  CategoryField,
  Cookie,
  LegalBasis,
  Localised,
  Manifest,
  NewsItem,
  Permission as DevicePermission,
  PolicyVersion,
  ProfileField,
  Purpose,
  Recipient,
  Shape,
  Tariff,
} from './manifest-schema.ts'
export { isMajor, latestOf, policyInForce, policyText, policyToAgreeTo } from './policy.ts'
export { notePublished, policyDigest } from './published-policies.ts'
export { recipientName } from './recipient-name.ts'

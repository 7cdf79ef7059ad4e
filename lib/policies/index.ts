/** The versions of a brand's policy, which of them holds on a day, and who agreed to which. The texts stand with the brands. */
export { acceptPolicy } from './accept-policy.ts'
export { announcePolicies } from './announce-policies.ts'
export { comparePolicies } from './compare-policies.ts'
export { entryPolicy } from './entry-policy.ts'
export { type PolicyAcceptanceView, policyAcceptance } from './policy-acceptance.ts'
export { atomFeed, jsonFeed, type PolicyFeed } from './policy-feed.ts'
export { type PolicyVersions, policyVersions, versionBefore } from './policy-versions.ts'

import { isRefusable } from './is-refusable.ts'
import type { Manifest } from './manifest-schema.ts'
import { isMajor } from './policy.ts'

/** What is wrong at a place of a manifest. */
export interface Fault {
  readonly path: string
  readonly reason: string
}

type Faults = Generator<Fault>

/** What somebody can type and the portal can check; times and places were measured. */
const EDITABLE_TYPES = ['text', 'list', 'enum']
const EDITABLE_SHAPES = ['record', 'upload']
/** What was in force by then came into force before the portal kept who approved it (ENB-09). */
const TWO_PEOPLE_SINCE = '2026-11-22'

/** Where a manifest says what the portal cannot keep, or what it says in one place and denies in another. */
export function ruleFaults(manifest: Manifest): Fault[] {
  const rules = [
    categoryFaults,
    consentFaults,
    recipientFaults,
    purposeFaults,
    courseFaults,
    newsletterFaults,
    cookieFaults,
    publishedFaults,
    versionFaults,
    storageFaults,
  ]
  return rules.flatMap((rule) => [...rule(manifest)])
}

function* categoryFaults({ categories, ocpi }: Manifest): Faults {
  for (const [at, { retention, fields, shape }] of categories.entries()) {
    if (retention.rule !== 'account' && retention.days === undefined)
      yield { path: `categories.${at}.retention.days`, reason: 'this rule needs a number of days' }
    if (fields.some(({ editable, type }) => editable && !EDITABLE_TYPES.includes(type)))
      yield { path: `categories.${at}.fields`, reason: `only ${EDITABLE_TYPES.join(', ')} can be edited` }
    if (!EDITABLE_SHAPES.includes(shape) && fields.some(({ editable }) => editable))
      yield {
        path: `categories.${at}.fields`,
        reason: 'only the fields of records and the names of files are edited here',
      }
  }
  if (!ocpi && categories.some(({ shape }) => shape === 'charging_session'))
    yield { path: 'ocpi', reason: 'charging sessions are taken along as CDRs, which name their operator' }
}

function* consentFaults(manifest: Manifest): Faults {
  for (const [at, { needsConsent, purposes, intake }] of manifest.categories.entries()) {
    const path = `categories.${at}.needsConsent`
    if (needsConsent && !isOptional(manifest, needsConsent))
      yield { path, reason: 'only an optional purpose can be consented to' }
    // Nothing that rests on consent alone is collected by the way (WEA-01).
    const consented = purposes.every((key) => isOptional(manifest, key))
    if (intake && consented && !needsConsent)
      yield { path, reason: 'all of its purposes are optional: it must wait for one' }
  }
}

function* recipientFaults({ recipients }: Manifest): Faults {
  for (const [at, recipient] of recipients.entries()) {
    if (recipient.kind === 'sdk' && !recipient.sdk)
      yield { path: `recipients.${at}.sdk`, reason: 'an SDK needs its register entry' }
    if (isRefusable(recipient) && !recipient.refusal)
      yield { path: `recipients.${at}.refusal`, reason: 'one that can be refused says what that costs' }
    if (recipient.kind === 'public' && !(recipient.legalBasis && ['consent', 'law'].includes(recipient.ground)))
      yield { path: `recipients.${at}.ground`, reason: 'disclosure to the public needs consent or a law' }
  }
}

function* purposeFaults({ purposes }: Manifest): Faults {
  for (const [at, { endedBySignal, kind }] of purposes.entries())
    if (endedBySignal && kind !== 'optional')
      yield { path: `purposes.${at}.endedBySignal`, reason: 'only what is optional can be ended' }
}

/** Steps that follow each other in days. */
function* courseFaults({ arrears, autopay }: Manifest): Faults {
  for (const [at, stage] of arrears.stages.entries()) {
    const before = arrears.stages[at - 1]
    if (before && (before.daysAfter >= stage.daysAfter || before.key === stage.key))
      yield { path: `arrears.stages.${at}`, reason: 'each stage comes after the one before it' }
  }
  if (autopay.retryDays.some((day, at, days) => day <= (days[at - 1] ?? 0)))
    yield { path: 'autopay.retryDays', reason: 'each attempt comes after the one before it' }
}

function* newsletterFaults(manifest: Manifest): Faults {
  const { purpose, tracking } = manifest.newsletter
  for (const key of [purpose, tracking?.purpose])
    if (key !== undefined && !isOptional(manifest, key))
      yield { path: 'newsletter', reason: `news needs an optional purpose, and "${key}" is none` }
  const kept = manifest.categories.find(({ key }) => key === tracking?.category)
  if (tracking && kept?.needsConsent !== tracking.purpose)
    yield { path: 'newsletter.tracking', reason: 'its category is kept only with its consent' }
}

function* cookieFaults({ cookies }: Manifest): Faults {
  for (const kind of ['statistics', 'advertising'] as const)
    if (cookies.filter(({ category }) => category === kind).length > 1)
      yield { path: 'cookies', reason: `the portal sets one cookie for ${kind}` }
}

function* publishedFaults({ policies }: Manifest): Faults {
  for (const [at, { effectiveOn }] of policies.entries())
    if (effectiveOn >= TWO_PEOPLE_SINCE)
      yield {
        path: `policies.${at}`,
        reason: 'a version that takes effect from now on is a draft, until two people publish it',
      }
}

function* versionFaults({ policies, drafts }: Manifest): Faults {
  for (const [at, policy] of [...policies, ...drafts].entries()) {
    const path = `policies.${at}.effectiveOn`
    if (policy.effectiveOn < policy.updatedOn)
      yield { path, reason: 'a version cannot take effect before it was written' }
    if (isMajor(policy) && policy.effectiveOn === policy.updatedOn)
      yield { path, reason: 'a major change is announced before it takes effect' }
    if (isMajor(policy) && policy.changeKinds.includes('minor'))
      yield { path: `policies.${at}.changeKinds`, reason: 'a major change is no minor one' }
  }
}

function* storageFaults(manifest: Manifest): Faults {
  const { storage, locales, defaultLocale } = manifest
  const { transfersAbroad, transferPurpose } = storage
  if (transferPurpose && (transfersAbroad === 'never' || !isOptional(manifest, transferPurpose)))
    yield { path: 'storage.transferPurpose', reason: 'is an optional purpose of a brand that lets data leave' }
  if (!locales.includes(defaultLocale)) yield { path: 'defaultLocale', reason: 'is not one of the locales' }
}

function isOptional({ purposes }: Manifest, key: string): boolean {
  return purposes.find((purpose) => purpose.key === key)?.kind === 'optional'
}

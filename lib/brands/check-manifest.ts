import { pricedBySession } from '#lib/tariffs/index.ts'
import { isRefusable } from './is-refusable.ts'
import { Manifest } from './manifest-schema.ts'
import { isMajor } from './policy.ts'

/** A manifest that cannot be used; the message names the file, the path in it and the reason, one per line. */
export class ManifestError extends Error {
  constructor(file: string, faults: readonly { path: string; reason: string }[]) {
    super(faults.map((fault) => `${file}: ${fault.path}: ${fault.reason}`).join('\n'))
    this.name = 'ManifestError'
  }
}

/**
 * Reads a manifest as it was written and returns it checked, with every cross-reference resolved.
 * @throws {ManifestError} listing every fault at once.
 */
export function checkManifest(file: string, written: unknown): Manifest {
  const parsed = Manifest.safeParse(written)
  if (!parsed.success) {
    throw new ManifestError(
      file,
      parsed.error.issues.map((issue) => ({ path: issue.path.join('.') || '(top)', reason: issue.message })),
    )
  }
  const faults = [...danglingReferences(parsed.data), ...repeatedKeys(parsed.data), ...rules(parsed.data)]
  if (faults.length > 0) throw new ManifestError(file, faults)
  return parsed.data
}

type Fault = { path: string; reason: string }

function danglingReferences(manifest: Manifest): Fault[] {
  const purposes = new Set(manifest.purposes.map((purpose) => purpose.key))
  const categories = new Set(manifest.categories.map((category) => category.key))
  const faults: Fault[] = []
  const expect = (known: Set<string>, key: string, path: string, what: string) => {
    if (!known.has(key)) faults.push({ path, reason: `there is no ${what} called "${key}"` })
  }
  manifest.categories.forEach((category, at) => {
    for (const key of category.purposes) expect(purposes, key, `categories.${at}.purposes`, 'purpose')
    if (category.needsConsent) expect(purposes, category.needsConsent, `categories.${at}.needsConsent`, 'purpose')
  })
  manifest.recipients.forEach((recipient, at) => {
    for (const key of recipient.purposes) expect(purposes, key, `recipients.${at}.purposes`, 'purpose')
    for (const key of recipient.categories) expect(categories, key, `recipients.${at}.categories`, 'category')
  })
  return faults
}

function repeatedKeys(manifest: Manifest): Fault[] {
  const lists = {
    purposes: manifest.purposes.map((entry) => entry.key),
    categories: manifest.categories.map((entry) => entry.key),
    recipients: manifest.recipients.map((entry) => entry.key),
    permissions: manifest.permissions.map((entry) => entry.key),
    policies: [...manifest.policies, ...manifest.drafts].map((entry) => entry.version),
    cookies: manifest.cookies.map((entry) => entry.name),
    entryApps: manifest.entryApps.map((entry) => entry.key),
    tariffs: manifest.tariffs.map((entry) => `${entry.key}@${entry.validFrom}`),
  }
  return Object.entries(lists).flatMap(([path, keys]) =>
    keys.flatMap((key, at) =>
      keys.indexOf(key) < at ? [{ path: `${path}.${at}`, reason: `"${key}" is written twice` }] : [],
    ),
  )
}

/** What somebody can type and the portal can check; times and places were measured. */
const EDITABLE_TYPES = ['text', 'list', 'enum']
/** What was in force by then came into force before the portal kept who approved it (ENB-09). */
const TWO_PEOPLE_SINCE = '2026-11-22'
const EDITABLE_SHAPES = ['record', 'upload']

function rules(manifest: Manifest): Fault[] {
  const faults: Fault[] = []
  manifest.categories.forEach((category, at) => {
    if (category.retention.rule !== 'account' && category.retention.days === undefined)
      faults.push({ path: `categories.${at}.retention.days`, reason: 'this rule needs a number of days' })
    if (category.fields.some(({ editable, type }) => editable && !EDITABLE_TYPES.includes(type)))
      faults.push({ path: `categories.${at}.fields`, reason: `only ${EDITABLE_TYPES.join(', ')} can be edited` })
    if (!EDITABLE_SHAPES.includes(category.shape) && category.fields.some(({ editable }) => editable))
      faults.push({
        path: `categories.${at}.fields`,
        reason: 'only the fields of records and the names of files are edited here',
      })
    if (category.needsConsent && purposeKind(manifest, category.needsConsent) !== 'optional')
      faults.push({ path: `categories.${at}.needsConsent`, reason: 'only an optional purpose can be consented to' })
  })
  manifest.categories.forEach((category, at) => {
    // Nothing that rests on consent alone is collected by the way (WEA-01).
    const consented = category.purposes.every((key) => purposeKind(manifest, key) === 'optional')
    if (category.intake && consented && !category.needsConsent)
      faults.push({
        path: `categories.${at}.needsConsent`,
        reason: 'all of its purposes are optional: it must wait for one',
      })
  })
  manifest.recipients.forEach((recipient, at) => {
    if (recipient.kind === 'sdk' && !recipient.sdk)
      faults.push({ path: `recipients.${at}.sdk`, reason: 'an SDK needs its register entry' })
    if (isRefusable(recipient) && !recipient.refusal)
      faults.push({ path: `recipients.${at}.refusal`, reason: 'one that can be refused says what that costs' })
    if (recipient.kind === 'public' && !(recipient.legalBasis && ['consent', 'law'].includes(recipient.ground)))
      faults.push({ path: `recipients.${at}.ground`, reason: 'disclosure to the public needs consent or a law' })
  })
  manifest.purposes.forEach((purpose, at) => {
    if (purpose.endedBySignal && purpose.kind !== 'optional')
      faults.push({ path: `purposes.${at}.endedBySignal`, reason: 'only what is optional can be ended' })
  })
  manifest.arrears.stages.forEach((stage, at, stages) => {
    const before = stages[at - 1]
    if (before && (before.daysAfter >= stage.daysAfter || before.key === stage.key))
      faults.push({ path: `arrears.stages.${at}`, reason: 'each stage comes after the one before it' })
  })
  if (!manifest.ocpi && manifest.categories.some(({ shape }) => shape === 'charging_session'))
    faults.push({ path: 'ocpi', reason: 'charging sessions are taken along as CDRs, which name their operator' })
  const { retryDays } = manifest.autopay
  if (retryDays.some((day, at) => day <= (retryDays[at - 1] ?? 0)))
    faults.push({ path: 'autopay.retryDays', reason: 'each attempt comes after the one before it' })
  const { newsletter } = manifest
  for (const key of [newsletter.purpose, newsletter.tracking?.purpose])
    if (key !== undefined && purposeKind(manifest, key) !== 'optional')
      faults.push({ path: 'newsletter', reason: `news needs an optional purpose, and "${key}" is none` })
  const { tracking } = newsletter
  if (
    tracking &&
    !manifest.categories.some((one) => one.key === tracking.category && one.needsConsent === tracking.purpose)
  )
    faults.push({ path: 'newsletter.tracking', reason: 'its category is kept only with its consent' })
  for (const category of ['statistics', 'advertising'] as const)
    if (manifest.cookies.filter((cookie) => cookie.category === category).length > 1)
      faults.push({ path: 'cookies', reason: `the portal sets one cookie for ${category}` })
  manifest.policies.forEach(({ effectiveOn }, at) => {
    if (effectiveOn >= TWO_PEOPLE_SINCE)
      faults.push({
        path: `policies.${at}`,
        reason: 'a version that takes effect from now on is a draft, until two people publish it',
      })
  })
  ;[...manifest.policies, ...manifest.drafts].forEach((policy, at) => {
    if (policy.effectiveOn < policy.updatedOn)
      faults.push({ path: `policies.${at}.effectiveOn`, reason: 'a version cannot take effect before it was written' })
    if (isMajor(policy) && policy.effectiveOn === policy.updatedOn)
      faults.push({ path: `policies.${at}.effectiveOn`, reason: 'a major change is announced before it takes effect' })
    if (isMajor(policy) && policy.changeKinds.includes('minor'))
      faults.push({ path: `policies.${at}.changeKinds`, reason: 'a major change is no minor one' })
  })
  const { transfersAbroad, transferPurpose } = manifest.storage
  if (transferPurpose && (transfersAbroad === 'never' || purposeKind(manifest, transferPurpose) !== 'optional'))
    faults.push({ path: 'storage.transferPurpose', reason: 'is an optional purpose of a brand that lets data leave' })
  if (!manifest.locales.includes(manifest.defaultLocale))
    faults.push({ path: 'defaultLocale', reason: 'is not one of the locales' })
  for (const [at, tariff] of manifest.tariffs.entries())
    if (!manifest.currencies.includes(tariff.currency))
      faults.push({ path: `tariffs.${at}.currency`, reason: 'is not one of the brand’s currencies' })
  for (const [at, tariff] of manifest.tariffs.entries()) {
    const { price, utility, currency, seasons } = tariff
    if (utility === 'charging' && isBySession(tariff) && !isOfSessions(tariff))
      faults.push({
        path: `tariffs.${at}`,
        reason: 'of sessions priced one by one nothing is taken or added on a bill',
      })
    else if (utility === 'charging' && isBySession(tariff) && pricedBySession(tariff).price.kind !== 'ocpi')
      faults.push({ path: `tariffs.${at}.price`, reason: 'OCPI has no words for these times of use' })
    if (price.kind !== 'ocpi') continue
    if (utility !== 'charging' || seasons.length > 0)
      faults.push({ path: `tariffs.${at}.price`, reason: 'OCPI prices charging sessions, all year round' })
    if (price.tariff.currency !== currency)
      faults.push({ path: `tariffs.${at}.price.tariff.currency`, reason: 'is not the currency of the tariff' })
  }
  return faults
}

type TariffOf = Manifest['tariffs'][number]

function isBySession({ price, seasons }: TariffOf): boolean {
  return [price, ...seasons.map((season) => season.price)].some(({ kind }) => kind === 'ocpi' || kind === 'time_of_use')
}

/** Neither a minimum nor a discount looks at what sessions cost, and a season changes no price of theirs. */
function isOfSessions({ minimumPerDay, discounts, seasons }: TariffOf): boolean {
  return minimumPerDay === undefined && !discounts.some(({ on }) => on.includes('use')) && seasons.length === 0
}

function purposeKind(manifest: Manifest, key: string) {
  return manifest.purposes.find((purpose) => purpose.key === key)?.kind
}

import { Manifest } from './manifest-schema.ts'
import { type Fault, ruleFaults } from './rule-faults.ts'
import { tariffFaults } from './tariff-faults.ts'

/** A manifest that cannot be used; the message names the file, the path in it and the reason, one per line. */
export class ManifestError extends Error {
  constructor(file: string, faults: readonly Fault[]) {
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
  const checks = [danglingReferences, repeatedKeys, ruleFaults, tariffFaults]
  const faults = checks.flatMap((faultsOf) => faultsOf(parsed.data))
  if (faults.length > 0) throw new ManifestError(file, faults)
  return parsed.data
}

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

import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest, isMajor, type Manifest, type PolicyVersion } from '#lib/brands/index.ts'
import { type Notice, notifyPerson } from '#lib/identity/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { policyAnnounced } from './events.ts'
import { policyVersions } from './policy-versions.ts'

/** People who are told in one transaction. */
const AT_ONCE = 100

/**
 * Tells everybody of each major version that is published and not yet in force: by mail, or by text message where that
 * is their only address (ENB-03, WBP-22). Each person hears of a version once, however often this runs; whoever agreed
 * to it already does not.
 */
export async function announcePolicies(grant: Grant<'policies:announce'>): Promise<void> {
  for (const brand of BRAND_KEYS) {
    const manifest = getManifest(brand)
    const today = localDay(clock.now(), manifest.zone)
    const { announced } = policyVersions(manifest, clock.now())
    for (const policy of announced.filter((one) => isMajor(one) && one.updatedOn <= today))
      await announce(grant, manifest, policy)
  }
}

async function announce(grant: Grant<'policies:announce'>, manifest: Manifest, policy: PolicyVersion): Promise<void> {
  for (;;) {
    const told = await inScope(grant, async (tx) => {
      // The row is written first: two workers at once would else both write to the same person.
      const people = await tx.$queryRaw<{ subject_id: string }[]>`
        INSERT INTO policy_notice (brand, subject_id, version, told_at)
        SELECT a.brand, a.id, ${policy.version}, ${clock.now()} FROM account a
        WHERE a.brand = ${manifest.key} AND a.state = 'active'
          AND NOT EXISTS (SELECT 1 FROM policy_notice n
            WHERE n.brand = a.brand AND n.subject_id = a.id AND n.version = ${policy.version})
          AND NOT EXISTS (SELECT 1 FROM policy_acceptance p
            WHERE p.brand = a.brand AND p.subject_id = a.id AND p.version = ${policy.version})
        ORDER BY a.id LIMIT ${AT_ONCE}
        ON CONFLICT DO NOTHING RETURNING subject_id`
      for (const { subject_id: subject } of people)
        await notifyPerson(tx, { brand: manifest.key, subject }, notice(manifest, policy))
      if (people.length > 0) await audit.record(tx, grant, policyAnnounced(policy.version, people.length))
      return people.length
    })
    if (told < AT_ONCE) return
  }
}

function notice(manifest: Manifest, policy: PolicyVersion): Notice {
  return {
    kind: 'policies.announced',
    values: (locale) => ({
      version: policy.version,
      date: dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${policy.effectiveOn}T00:00:00Z`),
      ),
      summary: policy.summary[locale],
    }),
    path: `/${manifest.key}/policy/${policy.version}`,
  }
}

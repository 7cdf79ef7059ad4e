import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { maskIdentifier, readIdentifiers } from '#lib/identity/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { openProfile } from './profile-values.ts'
import type { IdentifierView, ProfileView } from './schema.ts'

/**
 * What the person told about themselves and how they sign in. Addresses are half hidden; sensitive fields are hidden
 * from staff who act for the person.
 */
export async function readProfile(grant: Grant<'profile:view'>, locale: Locale): Promise<ProfileView> {
  const manifest = getManifest(grant.brand)
  const subject = subjectOf(grant)
  const own = grant.actor.kind === 'person'
  return inScope(grant, async (tx) => {
    const account = await tx.account.findUniqueOrThrow({ where: { id: subject } })
    const values = openProfile(subject, await tx.profile.findUnique({ where: { subjectId: subject } }))
    const identifiers = await readIdentifiers(tx, grant.brand, subject)
    return {
      fields: manifest.profileFields.map(({ key, label, kind, required, sensitive, maxLength }) => ({
        key,
        label: label[locale],
        kind,
        required,
        maxLength,
        value: sensitive && !own ? null : (values[key] ?? ''),
      })),
      identifiers: identifierViews(manifest, identifiers),
      locale: account.locale,
      ref: account.ref,
      registeredAt: account.createdAt,
      hasPassword: account.passwordHash !== null,
      entryApp: manifest.entryApps.find((app) => app.key === account.cameThrough) ?? null,
    }
  })
}

function identifierViews(manifest: Manifest, held: Awaited<ReturnType<typeof readIdentifiers>>): IdentifierView[] {
  return manifest.signIn.identifiers.map(({ kind, changedBy, required }) => {
    const found = held.find((identifier) => identifier.kind === kind)
    const needed = manifest.signIn.anyOf ? held.length < 2 && found !== undefined : required
    return { kind, changedBy, required: needed, shown: found ? maskIdentifier(kind, found.value) : null }
  })
}

import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

const MONTHS_AHEAD = 3

/**
 * Where to tell of a security fault (RFC 9116): whoever runs the portal, where they name one, and then the controller of
 * each brand. It holds until the first of a month, two to three months on: what it says comes from what the portal runs
 * with, so it is as fresh as the answer, and whoever keeps a copy asks again in time.
 */
export function securityText(now: Date): string {
  const { PUBLIC_URL, SECURITY_CONTACT } = environment()
  return [
    '# A fault that puts people’s data at risk? Please tell us before you tell others.',
    ...SECURITY_CONTACT.map((contact) => `Contact: ${contact}`),
    ...BRAND_KEYS.map(getManifest).flatMap(({ name, controller }) => [
      `# ${name}`,
      `Contact: mailto:${encodeURI(controller.email)}`,
    ]),
    `Expires: ${firstOfMonth(now, MONTHS_AHEAD).toISOString().replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${LOCALES.join(', ')}`,
    `Canonical: ${new URL('/.well-known/security.txt', PUBLIC_URL)}`,
    '',
  ].join('\n')
}

function firstOfMonth(now: Date, ahead: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1))
}

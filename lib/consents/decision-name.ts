import { type Manifest, recipientName } from '#lib/brands/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'

const COLON = { en: ': ', 'zh-CN': '：', fr: '\u00a0: ' } as const satisfies Record<Locale, string>

/**
 * What a recorded decision was about, in the reader's language: a purpose, a recipient, a use of the phone, or
 * keeping a card and paying by it, or a kind of cookies. What the brand gave up since still has its decisions, under its key.
 */
export function decisionName(manifest: Manifest, about: string, locale: Locale): string {
  const [kind, key = ''] = about.split(':')
  if (kind === 'recipient') {
    const recipient = manifest.recipients.find((entry) => entry.key === key)
    return recipient ? recipientName(recipient, locale) : key
  }
  if (kind === 'use') {
    const [permission = '', use = ''] = key.split('.')
    const found = manifest.permissions.find((entry) => entry.key === permission)
    const used = found?.uses.find((entry) => entry.key === use)
    return found && used ? `${found.name[locale]}${COLON[locale]}${used.name[locale]}` : key
  }
  if (kind === 'card') return translator(locale, 'autopay')(`decisions.${key === 'keep' ? 'keep' : 'autopay'}`)
  if (kind === 'cookies') {
    const named = manifest.cookies.filter(({ category }) => category === key).map(({ name }) => name)
    return named.join(', ') || key
  }
  return manifest.purposes.find((purpose) => purpose.key === about)?.name[locale] ?? about
}

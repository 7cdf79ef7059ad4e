import { randomToken } from '#lib/platform/crypto/index.ts'

const KEY = /^ob_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/

/** A key as its holder sends it: which row it is, and a secret of 256 bits that only the holder has. */
export interface ApiKeyText {
  readonly id: string
  readonly secret: string
}

export function newApiKeyText(id: string): { text: string; secret: string } {
  const secret = randomToken()
  return { secret, text: `ob_${id.replaceAll('-', '')}_${secret}` }
}

/** The key of an Authorization header; null where there is none that could be one. */
export function readApiKey(authorization: string | null): ApiKeyText | null {
  const [, scheme, text = ''] = /^(\S+) +(\S+)$/.exec(authorization?.trim() ?? '') ?? []
  if (scheme?.toLowerCase() !== 'bearer') return null
  const [, hex, secret] = KEY.exec(text) ?? []
  if (hex === undefined || secret === undefined) return null
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { id, secret }
}

import { randomToken } from '#lib/platform/crypto/index.ts'

const TOKEN = /^Bearer +drp_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([A-Za-z0-9_-]{43})$/i

/** A token for one agent and one brand; it names its row and holds a secret of 256 bits. */
export function newAgentToken(id: string): { readonly text: string; readonly secret: string } {
  const secret = randomToken()
  return { secret, text: `drp_${id}_${secret}` }
}

/** The token of an Authorization header; null where there is none that could be one. */
export function readAgentToken(authorization: string | null): { readonly id: string; readonly secret: string } | null {
  const [, id, secret] = TOKEN.exec(authorization?.trim() ?? '') ?? []
  return id && secret ? { id, secret } : null
}

import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../schema.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

/**
 * Why a password cannot be taken; null when it can. Length and guessability count, kinds of characters do not
 * (ASVS 6.2.1, 6.2.4, 6.2.5). `near` are words that a guesser tries first: the brand, the person's own names.
 */
export function passwordFault(password: string, near: readonly string[]): PasswordFault | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'identity.password_short'
  if (length > LONGEST_PASSWORD) return 'identity.password_long'
  const plain = password.normalize('NFKC').toLowerCase()
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '')
  const names = near.map((word) => word.toLowerCase().replace(/@.*$/, '')).filter((word) => word.length > 3)
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(bare) || isMonotonous(plain))
    return 'identity.password_common'
  if (names.some((word) => bare.replace(word.replace(/[^\p{L}\p{N}]/gu, ''), '').length < 4))
    return 'identity.password_common'
  return null
}
type PasswordFault = 'identity.password_short' | 'identity.password_long' | 'identity.password_common'

/** "aaaaaaaa", "abababab", "12345678", "hgfedcba". */
function isMonotonous(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return new Set(codes).size < 4 || steps.every((step) => step === steps[0])
}

/** Sealing at rest, digests, tokens and passwords, over node:crypto and Argon2. */
export { blindIndex, randomToken, sameBytes, sha256 } from './digest.ts'
export { hashPassword, verifyPassword } from './password.ts'
export { seal, unseal } from './seal.ts'

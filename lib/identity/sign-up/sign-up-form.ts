import { z } from 'zod'
import { findManifest } from '#lib/brands/index.ts'
import { SignUp } from '../schema.ts'
import { signUpFaults } from './sign-up-faults.ts'

// Their sentences name an age, so the verb says them itself.
const LATER = ['identity.too_young', 'identity.guardian_needed']

/** The form of a sign-up, with each field that its brand's manifest wants mended. */
export const SignUpForm = SignUp.extend({ brand: z.string() }).superRefine(({ brand, ...input }, context) => {
  const manifest = findManifest(brand)
  if (!manifest) return
  for (const { field, code } of signUpFaults(manifest, input))
    if (!LATER.includes(code)) context.addIssue({ code: 'custom', path: [field], message: code })
})

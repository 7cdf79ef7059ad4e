import { expect, it } from 'vitest'
import { getManifest } from '#lib/brands/index.ts'
import { fingerprint } from './fingerprint.ts'

it('the fingerprint of a recipient is another with every word, and the same with other spaces', () => {
  const [recipient] = getManifest('we-e-charge').recipients
  if (!recipient) throw new Error('the brand has no recipient')
  const saying = (fr: string) => fingerprint({ ...recipient, purpose: { ...recipient.purpose, fr } })
  expect(saying('Encaisse\u00a0: par carte')).toEqual(saying('Encaisse : par carte'))
  expect(saying('Encaisse : par carte')).not.toEqual(saying('Encaisse : par virement'))
})

import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

export const AcceptPolicy = z.object({
  version: z.string().min(1).max(40),
  /** The language in which it was read. */
  locale: z.enum(LOCALES),
})
export type AcceptPolicy = z.output<typeof AcceptPolicy>

/** The draft that is to be published, with the digest of the text that was read. */
export const PublishPolicy = z.object({
  version: z.string().min(1).max(40),
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type PublishPolicy = z.output<typeof PublishPolicy>

/** What the page sends that stands before all others until a person agrees. */
export const AgreeAndGoOn = AcceptPolicy.extend({ next: z.string().max(2_000) })

/** A stretch of text that stayed, went or came. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A paragraph or an item of a list. */
export interface BlockDiff {
  readonly item: boolean
  readonly parts: readonly DiffPart[]
}

/** A section of a policy between two of its versions. */
export interface SectionDiff {
  readonly id: string
  /** Its heading in the later version that has it. */
  readonly name: string
  readonly change: 'same' | 'changed' | 'added' | 'removed'
  readonly heading: readonly DiffPart[]
  readonly blocks: readonly BlockDiff[]
}

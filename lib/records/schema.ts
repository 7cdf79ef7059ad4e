/** A field's value as it is kept: times as ISO text in UTC, decimals as text, so that none is rounded. */
export type RecordValue = string | number | boolean | readonly string[]

/** One record that passed the checks of its category, on its way into the store. */
export interface NewRecord {
  /** The sender's own id for it, unique within a category of a brand. */
  readonly senderId: string
  readonly category: string
  readonly subjectId: string
  readonly deviceId: string | null
  readonly occurredAt: Date
  /** Another person gave it; who that was stays with the sender (WEA-09). */
  readonly givenByOther: boolean
  /** Only fields that the category declares; those it calls sensitive are sealed on their way in. */
  readonly values: Readonly<Record<string, RecordValue>>
}

/** What became of a record: `reused` means that its id is known with other content. */
export type StoreOutcome = 'stored' | 'duplicate' | 'reused'

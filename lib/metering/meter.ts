/** Whose readings these are, and how they are counted: what storing and pricing need to know of a meter. */
export interface MeterRef {
  readonly id: string
  readonly brand: string
  readonly subjectId: string
  /** The zone of the supply point: it decides to which day a reading belongs. */
  readonly zone: string
}

/** What became of one record: kept, known already, or refused. */
export type StoreOutcome =
  | { readonly outcome: 'stored' | 'duplicate' }
  /** The sender used this id before, for something else; or another id already holds this meter's interval. */
  | { readonly outcome: 'refused'; readonly reason: 'sender_id_reused' | 'interval_taken' }

/** One value of a chart. */
export interface Bar {
  /** Full, for the table: "October 2026". */
  label: string
  /** Short, below the bar: "Oct". */
  tick: string
  value: number
  /** The value with its unit, as it is to be read. */
  text: string
  /** An estimate, a day not over yet: drawn hollow, and the note says why. */
  note?: string
  /** Nothing is known of it, which is not the same as nothing: marked, and the note says so. */
  missing?: boolean
}

/** Something to compare the bars with, one value for each of them; null where there is none. */
export interface Comparison {
  label: string
  values: readonly (number | null)[]
  /** The values with their units. */
  texts: readonly (string | null)[]
}

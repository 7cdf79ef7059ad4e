import type { ByteSource, ReadNotice, ReadSummary } from '../readers/reading-file.ts'
import type { ReaderName } from '../readers/sniff-file.ts'

/** What to import, for whom. */
export interface ImportRequest {
  /** The file's bytes from its beginning, as often as it is asked. */
  open(): ByteSource
  /** Its name without folder; a new meter is called after it where nothing else names it. */
  readonly fileName: string
  readonly kind: ReaderName
  /** The account's reference: whose meters and sessions these are. */
  readonly person?: string | undefined
  /** Charging only: an account for each user of the file, by a reference made of the user's id. */
  readonly eachUser?: boolean | undefined
  readonly meter?: string | undefined
  readonly utility?: 'electricity' | 'gas' | undefined
  /** Of times that are written without an offset, and of the place of a new meter. */
  readonly zone?: string | undefined
  readonly repairYears?: boolean | undefined
  /** Of register readings, which carry no times of their own. */
  readonly period?: { readonly start: Date; readonly end: Date } | undefined
  /** Of water registers: with them a lower new reading can be a roll-over. */
  readonly registerDigits?: number | undefined
  /** Reads and checks everything and stores nothing. */
  readonly dryRun?: boolean | undefined
  onNotice?(notice: Pick<ReadNotice, 'line' | 'message'>): void
  onProblem?(problem: Problem): void | Promise<void>
  onProgress?(rows: number): void
}

/** A row that was not taken, and why. */
export interface Problem {
  readonly line: number
  readonly code: string
  readonly reason: string
  readonly raw: string
}

export interface ImportReport {
  readonly rows: number
  readonly stored: number
  readonly duplicate: number
  readonly refused: number
  /** Exact sums of the rows that were read, as the file writes them. */
  readonly sourceTotals: ReadSummary['sourceTotals']
  /** Why nothing after a certain line could be read; null where the file was read to its end. */
  readonly brokenOff: Problem | null
}

/** The import cannot begin as it was asked for; the message is one sentence for who asked. */
export class ImportFault extends Error {}

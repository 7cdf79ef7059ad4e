import type { RegisterUnit } from '../readers/espi-units.ts'
import type { ByteSource, ReadNotice, ReadSummary } from '../readers/reading-file.ts'
import type { ReaderName } from '../readers/sniff-file.ts'
import type { DateOrder } from '../readers/timestamps.ts'

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
  /** Of water registers: what they count in; cubic metres where it is not told. */
  readonly registerUnit?: RegisterUnit | undefined
  /** Of dates such as 04/05/2020, where no date of the file tells it. */
  readonly dateOrder?: DateOrder | undefined
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

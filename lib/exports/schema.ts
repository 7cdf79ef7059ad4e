import { z } from 'zod'

/** Days for which a finished export can be downloaded. */
export const EXPORT_DAYS = 7
/** Exports that a person may ask for in a day. */
export const EXPORTS_A_DAY = 5

export const EXPORT_STATES = ['requested', 'running', 'ready', 'failed', 'expired'] as const
export type ExportState = (typeof EXPORT_STATES)[number]

/** An export as the person sees it. */
export interface ExportView {
  readonly id: string
  readonly state: ExportState
  readonly stepsDone: number
  readonly stepsTotal: number
  readonly bytes: number | null
  readonly sha256: string | null
  readonly requestedAt: Date
  readonly expiresAt: Date | null
}

export const RequestExport = z.object({})
export const ExportId = z.uuid()

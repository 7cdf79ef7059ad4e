import type { ExportState } from './schema.ts'

/**
 * From which states an export may come into a state. A build that failed, or whose process died, is tried again by the
 * queue; once ready an export only expires.
 */
export const MAY_COME_FROM = {
  requested: [],
  running: ['requested', 'running', 'failed'],
  ready: ['running'],
  failed: ['requested', 'running'],
  expired: ['ready'],
} as const satisfies Record<ExportState, readonly ExportState[]>

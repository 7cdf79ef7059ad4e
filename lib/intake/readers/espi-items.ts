/** The Atom and ESPI resources that describe readings. */
export const RESOURCES = ['UsagePoint', 'LocalTimeParameters', 'MeterReading', 'ReadingType'] as const
export type ResourceName = (typeof RESOURCES)[number]

type EspiResource = { name: ResourceName; fields: Record<string, string> }

/** An Atom entry: its links, and those of its resources that describe readings. */
export type EspiEntry = {
  line: number
  self: string | null
  up: string | null
  related: string[]
  resources: EspiResource[]
}

/** One IntervalReading; `fields` are its leaves by path, such as `timePeriod.start`. */
export type EspiReading = { line: number; fields: Record<string, string>; quality: string[] }

/** Readings come before their entry is closed; the entry's links are surely complete only when it is. */
export type EspiItem = { entry: EspiEntry; reading: EspiReading } | { entry: EspiEntry; closed: true }

import type { Locale } from '#lib/platform/i18n/index.ts'
import type { Story } from './story.ts'

/** A person of the demo: who they are, and what happened to them. Days are counted back from the demo's today. */
export interface DemoPerson {
  readonly brand: string
  readonly ref: string
  readonly identifiers: readonly { readonly kind: 'account_name' | 'email' | 'phone'; readonly value: string }[]
  readonly birthDate: string | null
  readonly locale: Locale
  readonly joined: number
  readonly cameThrough?: string
  /** The one version of the policy that they ever agreed to; without it each that came into force since. */
  readonly agreedTo?: string
  readonly profile: Readonly<Record<string, string>>
  readonly signIns: readonly DemoClient[]
  readonly devices: readonly DemoDevice[]
  readonly meters?: readonly DemoMeter[]
  readonly decisions: readonly DemoDecision[]
  /** Records as the brand's apps and partners would send them. */
  readonly records: (story: Story) => DemoRecord[]
  readonly uploads?: readonly DemoUpload[]
  readonly bills: 'year' | 'last' | 'none'
  readonly requests: readonly DemoRequest[]
  readonly support?: DemoSupport
}

/** A browser from which the person signs in, and how often in the last months. */
export interface DemoClient {
  readonly client: string
  readonly ip: string
  readonly times: number
}

export interface DemoDevice {
  readonly kind: 'charger' | 'lock' | 'electricity_meter' | 'gas_meter' | 'water_meter' | 'hub' | 'phone'
  readonly serial: string
  readonly model: string
  readonly name: string
  readonly bound: number
  readonly lastSeen: number
  readonly revoked?: number
  /** For a phone: `permission.use` of what its app may do. */
  readonly allowed?: readonly string[]
}

export interface DemoMeter {
  readonly serial: string
  readonly utility: 'electricity' | 'gas' | 'water' | 'service'
  readonly supplyPoint: string
  readonly zone: string
  readonly every: 'hour' | 'day'
  /** Serial number of the device that measures. */
  readonly device: string
  /** What the register showed when it was installed; meters without a register have none. */
  readonly register?: bigint
  /** What is used in the hour or day that begins at a local time. */
  readonly use: (at: LocalTime, chance: () => number) => number
}

/** When an interval begins, as the people at the meter see it. */
export interface LocalTime {
  /** 0 for January. */
  readonly month: number
  /** 0 for Sunday. */
  readonly weekday: number
  readonly hour: number
}

export interface DemoDecision {
  readonly purpose: string
  readonly decision: 'granted' | 'refused' | 'withdrawn'
  readonly days: number
}

export interface DemoRecord {
  readonly category: string
  readonly at: Date
  readonly fields: Readonly<Record<string, unknown>>
  readonly device?: string
  readonly givenByOther?: boolean
}

export interface DemoUpload {
  /** Where the camera said that it was taken, in degrees north and east. */
  readonly place?: readonly [number, number]
  readonly use: 'avatar' | 'photo'
  readonly name: string
  readonly days: number
  readonly picture: 'portrait' | 'device'
}

export interface DemoRequest {
  readonly kind: 'access' | 'correction' | 'portability' | 'objection' | 'complaint' | 'inquiry' | 'deletion'
  readonly text: string
  readonly days: number
  readonly answered?: { readonly days: number; readonly answer: string }
}

/** A support session of the past, and the pages that were opened in it. */
export interface DemoSupport {
  readonly reason: string
  readonly days: number
  readonly hour: number
}

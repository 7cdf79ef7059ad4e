/** The password of every demo account that has one. Demo accounts exist in demo mode only. */
export const DEMO_PASSWORD = 'open the book 2026'

export interface DemoAccount {
  /** A brand's key, or `staff`. */
  readonly brand: string
  readonly who: string
  readonly identifier: string
  readonly proof: 'password' | 'code'
  /** By which devices and partners send records for the person; null for staff. */
  readonly ref: string | null
}

/** Whom the demo knows: a person of each brand, and staff of each role. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { brand: 'we-e-charge', who: 'Mara Lindqvist', identifier: 'mara', proof: 'password', ref: 'EC-DEMO-MARA' },
  { brand: 'we-app', who: 'Jonas Weber', identifier: 'jonas@mail.example', proof: 'password', ref: 'WE-DEMO-JONAS' },
  { brand: 'we-lock', who: 'Élise Martin', identifier: 'elise@mail.example', proof: 'password', ref: 'WL-DEMO-ELISE' },
  {
    brand: 'wellborne-plus',
    who: '陈晓 (Chen Xiao)',
    identifier: 'chen.xiao@mail.example',
    proof: 'code',
    ref: 'W-DEMO-XIAO',
  },
  {
    brand: 'energybilling',
    who: '王伟 (Wang Wei)',
    identifier: '+86 138 0013 8000',
    proof: 'code',
    ref: 'EB-DEMO-WEI',
  },
  { brand: 'staff', who: 'Support', identifier: 'sam.support', proof: 'password', ref: null },
  { brand: 'staff', who: 'Auditor', identifier: 'ada.auditor', proof: 'password', ref: null },
  { brand: 'staff', who: 'Security manager', identifier: 'sol.security', proof: 'password', ref: null },
  { brand: 'staff', who: 'Data operator', identifier: 'dana.data', proof: 'password', ref: null },
  { brand: 'staff', who: 'Support, to approve', identifier: 'sia.support', proof: 'password', ref: null },
  { brand: 'staff', who: 'Security manager, to approve', identifier: 'sid.security', proof: 'password', ref: null },
  { brand: 'staff', who: 'Data operator, to approve', identifier: 'dev.data', proof: 'password', ref: null },
]

/** A second person of each brand with little data, so that it shows that nobody sees another's. */
export const DEMO_NEIGHBOURS: readonly DemoAccount[] = [
  { brand: 'we-e-charge', who: 'Noor Haddad', identifier: 'noor', proof: 'password', ref: 'EC-DEMO-NOOR' },
  { brand: 'we-app', who: 'Priya Raman', identifier: 'priya@mail.example', proof: 'password', ref: 'WE-DEMO-PRIYA' },
  { brand: 'we-lock', who: 'Hugo Petit', identifier: 'hugo@mail.example', proof: 'password', ref: 'WL-DEMO-HUGO' },
  { brand: 'wellborne-plus', who: 'Li Na', identifier: 'li.na@mail.example', proof: 'code', ref: 'W-DEMO-NA' },
  { brand: 'energybilling', who: 'Zhao Min', identifier: '+86 139 1000 2000', proof: 'code', ref: 'EB-DEMO-MIN' },
]

/** Somebody who was away while the policy changed in something major: they are asked before they go on. */
export const DEMO_RETURNING: DemoAccount = {
  brand: 'we-app',
  who: 'Tomás Ferreira',
  identifier: 'tomas@mail.example',
  proof: 'password',
  ref: 'WE-DEMO-TOMAS',
}

export interface DemoUnit {
  readonly brand: string
  readonly kind: 'charger' | 'lock' | 'electricity_meter' | 'gas_meter' | 'water_meter' | 'hub'
  readonly model: string
  /** The number printed on it. */
  readonly serial: string
  /** What its QR picture says. */
  readonly code: string
}

/** Devices that nobody has bound yet, for trying "add a device": by number or by code. */
export const DEMO_UNITS: readonly DemoUnit[] = [
  unit('we-e-charge', 'charger', 'Wallbox Go 11', 'SN-204815'),
  unit('we-e-charge', 'charger', 'Wallbox Go 11', 'SN-204816'),
  unit('we-e-charge', 'charger', 'Wallbox Pro 22', 'SN-204817'),
  unit('we-app', 'hub', 'Hub Mini', 'HB-301122'),
  unit('we-app', 'hub', 'Hub Mini', 'HB-301123'),
  unit('we-lock', 'lock', 'Lock One', 'LK-550871'),
  unit('we-lock', 'lock', 'Lock One', 'LK-550872'),
  unit('wellborne-plus', 'charger', 'Plus AC 7', 'WB-770341'),
  unit('wellborne-plus', 'charger', 'Plus AC 7', 'WB-770342'),
  unit('energybilling', 'electricity_meter', 'DDZY 1200', 'EM-900451'),
  unit('energybilling', 'gas_meter', 'G2.5 Smart', 'GM-900452'),
  unit('energybilling', 'water_meter', 'LXS 20', 'WM-900453'),
]

function unit(brand: string, kind: DemoUnit['kind'], model: string, serial: string): DemoUnit {
  return { brand, kind, model, serial, code: `${serial}-CODE` }
}

export interface DemoApiKey {
  readonly id: string
  readonly secret: string
  /** What the sender writes behind `Bearer`. */
  readonly text: string
}

/** A key to each brand's intake. It opens nothing but a demo. */
export const DEMO_API_KEYS: Readonly<Record<string, DemoApiKey>> = {
  'we-e-charge': apiKey(1, 'demo-key-of-we-e-charge-and-not-a-secret---'),
  'we-app': apiKey(2, 'demo-key-of-we-app-and-not-a-secret--------'),
  'we-lock': apiKey(3, 'demo-key-of-we-lock-and-not-a-secret-------'),
  'wellborne-plus': apiKey(4, 'demo-key-of-wellborne-plus-and-not-a-secret'),
  energybilling: apiKey(5, 'demo-key-of-energybilling-and-not-a-secret-'),
}

function apiKey(place: number, secret: string): DemoApiKey {
  const id = `00000000-0000-4000-8000-00000000000${place}`
  return { id, secret, text: `ob_${id.replaceAll('-', '')}_${secret}` }
}

/** The password of every demo account that has one. Demo accounts exist in demo mode only. */
export const DEMO_PASSWORD = 'open the book 2026'

export interface DemoAccount {
  /** A brand's key, or `staff`. */
  readonly brand: string
  readonly who: string
  readonly identifier: string
  readonly proof: 'password' | 'code'
}

/** Whom the demo knows: a person of each brand, and staff of each role. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { brand: 'we-e-charge', who: 'Mara Lindqvist', identifier: 'mara', proof: 'password' },
  { brand: 'we-app', who: 'Jonas Weber', identifier: 'jonas@mail.example', proof: 'password' },
  { brand: 'we-lock', who: 'Élise Martin', identifier: 'elise@mail.example', proof: 'password' },
  { brand: 'wellborne-plus', who: '陈晓 (Chen Xiao)', identifier: 'chen.xiao@mail.example', proof: 'code' },
  { brand: 'energybilling', who: '王伟 (Wang Wei)', identifier: '+86 138 0013 8000', proof: 'code' },
  { brand: 'staff', who: 'Support', identifier: 'sam.support', proof: 'password' },
  { brand: 'staff', who: 'Auditor', identifier: 'ada.auditor', proof: 'password' },
  { brand: 'staff', who: 'Security manager', identifier: 'sol.security', proof: 'password' },
  { brand: 'staff', who: 'Data operator', identifier: 'dana.data', proof: 'password' },
]

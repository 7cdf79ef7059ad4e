import { DEMO_ACCOUNTS, DEMO_NEIGHBOURS, DEMO_UNITS, type DemoAccount, type DemoUnit } from '#prisma/seed/accounts.ts'

/** What is different from brand to brand for whoever uses the portal, told by its policies and not by the code. */
export interface Brand {
  readonly key: string
  readonly name: string
  /** By what somebody signs up; with `code` it is verified by a code that is sent there. */
  readonly signUp: {
    readonly label: string
    readonly kind: 'name' | 'email' | 'phone'
    readonly code: boolean
    readonly password: boolean
  }
  readonly signInLabel: string
  readonly age: { readonly ask: 'word' | 'birth date'; readonly least: number; readonly refusal: string }
  /** Who answers for the data: stands on each page. */
  readonly contact: readonly string[]
  /** The optional purposes, by their names. */
  readonly purposes: readonly string[]
  /** Every kind of data that the brand declares, by the name that its page has. */
  readonly categories: readonly string[]
  /** A category of which the demo person has many records. */
  readonly busyCategory: { readonly key: string; readonly name: string }
  readonly policy: string
  readonly earlierPolicy: string
  readonly person: DemoAccount
  readonly neighbour: DemoAccount
  /** Where the demo person's codes to confirm go: to the mail address of whoever has one. */
  readonly confirmBy: string
  /** Devices that nobody has bound. */
  readonly units: readonly DemoUnit[]
  readonly graceDays: number
}

function of(key: string) {
  const person = DEMO_ACCOUNTS.find(({ brand }) => brand === key)
  const neighbour = DEMO_NEIGHBOURS.find(({ brand }) => brand === key)
  if (!person || !neighbour) throw new Error(`the demo knows nobody of ${key}`)
  return {
    key,
    person,
    neighbour,
    confirmBy: person.identifier,
    units: DEMO_UNITS.filter(({ brand }) => brand === key),
  }
}

export const BRANDS: readonly Brand[] = [
  {
    ...of('we-e-charge'),
    name: 'WE E-Charge',
    signUp: { label: 'Account name', kind: 'name', code: false, password: true },
    signInLabel: 'Account name or e-mail address',
    age: { ask: 'word', least: 16, refusal: 'Confirm your age to go on.' },
    contact: ['WE E-Charge', 'privacy@we-e-charge.example'],
    purposes: ['Fit the app to your phone', 'Count how charging is used', 'News by mail'],
    categories: [
      'registration',
      'profile',
      'sign_in_log',
      'consents',
      'requests',
      'devices',
      'phone_information',
      'charging_sessions',
      'bills',
      'payments',
      'kept_cards',
    ],
    busyCategory: { key: 'charging_sessions', name: 'Charging sessions' },
    policy: '2.0',
    earlierPolicy: '1.0',
    graceDays: 14,
  },
  {
    ...of('we-app'),
    name: 'We app',
    signUp: { label: 'E-mail address', kind: 'email', code: true, password: true },
    signInLabel: 'E-mail address',
    age: { ask: 'birth date', least: 13, refusal: 'You must be at least 13 years old' },
    contact: ['We', 'privacy@we-app.example'],
    purposes: ['Improve the service', 'Surveys', 'Tips and news', 'Measure our advertising', 'Use your location'],
    categories: [
      'registration',
      'profile',
      'sign_in_log',
      'consents',
      'requests',
      'devices',
      'device_information',
      'access_log',
      'location',
      'from_others',
      'readings',
      'bills',
      'payments',
      'kept_cards',
    ],
    busyCategory: { key: 'access_log', name: 'Access log' },
    policy: '2.0',
    earlierPolicy: '1.0',
    graceDays: 14,
  },
  {
    ...of('we-lock'),
    name: 'WE.LOCK',
    signUp: { label: 'E-mail address or mobile number', kind: 'email', code: true, password: true },
    signInLabel: 'E-mail address or mobile number',
    age: { ask: 'birth date', least: 18, refusal: 'You must be at least 18 years old' },
    contact: ['WE.LOCK', 'privacy@we-lock.example'],
    purposes: [
      'Fit things to you',
      'After-sales care and feedback',
      'News, offers and prize draws',
      'Our own analysis',
      'Trying out new functions',
      'Combine your data',
      'Questionnaires and events',
      'Use your location',
      'Advertising with affiliates',
    ],
    categories: [
      'registration',
      'profile',
      'sign_in_log',
      'consents',
      'requests',
      'devices',
      'uploads',
      'questionnaires',
      'readings',
      'device_log',
      'software_log',
      'service_log',
      'location',
      'bills',
      'payments',
      'kept_cards',
    ],
    busyCategory: { key: 'service_log', name: 'Service log' },
    policy: '2.0',
    earlierPolicy: '1.0',
    graceDays: 14,
  },
  {
    ...of('wellborne-plus'),
    name: 'Wellborne Plus',
    signUp: { label: 'E-mail address', kind: 'email', code: true, password: false },
    signInLabel: 'E-mail address',
    age: { ask: 'word', least: 16, refusal: 'Confirm your age to go on.' },
    contact: ['Wellbore SAS', 'contact@wellborne.fr'],
    purposes: [
      'Nickname and picture',
      'News by e-mail',
      'Opened mails and clicked links',
      'Statistics of the website',
      'Better service with partners',
      'Transfer out of mainland China',
    ],
    categories: [
      'registration',
      'profile',
      'sign_in_log',
      'consents',
      'requests',
      'devices',
      'charging_sessions',
      'bills',
      'payments',
      'kept_cards',
      'uploads',
      'access_log',
      'mail_activity',
      'website_visits',
    ],
    busyCategory: { key: 'access_log', name: 'Log of access' },
    policy: '2.1',
    earlierPolicy: '1.0',
    graceDays: 14,
  },
  {
    ...of('energybilling'),
    confirmBy: 'wang.wei@mail.example',
    name: 'EnergyBilling',
    signUp: { label: 'Mobile number', kind: 'phone', code: true, password: false },
    signInLabel: 'E-mail address or mobile number',
    age: { ask: 'birth date', least: 14, refusal: 'Under 14, a parent or guardian must agree' },
    contact: [
      'Henan Compere Smart Technology Co., Ltd.',
      'Zhengzhou City, Henan Province',
      '400-0371-828',
      'service@compere-power.com',
    ],
    purposes: [
      'Statistics and better service',
      'Check of installed apps',
      'Pictures of your devices',
      'Overdue bills as push messages',
      'Advertising identifier',
      'Reminders of promotions',
    ],
    categories: [
      'registration',
      'profile',
      'sign_in_log',
      'consents',
      'requests',
      'devices',
      'readings',
      'bills',
      'payments',
      'kept_cards',
      'uploads',
      'device_identifiers',
      'software_list',
      'startup_log',
      'error_log',
      'recommendations',
      'reminders',
    ],
    busyCategory: { key: 'startup_log', name: 'Start-up data' },
    policy: '2.0',
    earlierPolicy: '1.0',
    graceDays: 7,
  },
]

export function brandOf(key: string): Brand {
  const found = BRANDS.find((brand) => brand.key === key)
  if (!found) throw new Error(`there is no brand ${key}`)
  return found
}

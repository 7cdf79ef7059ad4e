import type { DemoMeter, DemoPerson, DemoRecord } from '../demo-person.ts'
import type { Story } from '../story.ts'

// Switching lights, opening blinds, asking for the temperature: more on weekends and in dark months.
const HUB: DemoMeter = {
  serial: 'HB-118204',
  utility: 'service',
  supplyPoint: 'Home',
  zone: 'America/New_York',
  every: 'day',
  device: 'HB-118204',
  use: ({ month, weekday }, chance) =>
    Math.round((46 + (weekday % 6 === 0 ? 22 : 0) + (month < 2 || month > 9 ? 14 : 0)) * (0.7 + 0.6 * chance())),
}

const BROWSERS = [
  { os_type: 'Linux', browser_type: 'Firefox', language: 'en-US', ip_address: '203.0.113.91' },
  { os_type: 'Linux', browser_type: 'Firefox', language: 'en-US', ip_address: '203.0.113.91' },
  { os_type: 'iOS', browser_type: 'Safari', language: 'en-US', ip_address: '198.51.100.142' },
  { os_type: 'Windows', browser_type: 'Edge', language: 'de-DE', ip_address: '2001:db8:44::17' },
] as const

function accessLog(story: Story): DemoRecord[] {
  const random = story.random('access log')
  return Array.from({ length: 340 }, (_, index) => ({
    category: 'access_log',
    at: story.ago(1 + Math.floor(index * 1.05), random.between(110, 260) / 10),
    fields: { ...random.pick(BROWSERS) },
  }))
}

function deviceInformation(story: Story): DemoRecord[] {
  const random = story.random('device information')
  return Array.from({ length: 26 }, (_, index) => ({
    category: 'device_information',
    at: story.ago(2 + index * 13, random.between(12, 23)),
    fields: { os_type: index % 4 === 3 ? 'Windows 11' : 'iOS 26.1', browser_type: 'We app 7.2', language: 'en-US' },
  }))
}

// Around Manhattan; coordinates as the phone gives them, to four places.
function locations(story: Story): DemoRecord[] {
  const random = story.random('location')
  return Array.from({ length: 42 }, (_, index) => ({
    category: 'location',
    at: story.ago(1 + index * 2, random.between(120, 220) / 10),
    fields: {
      latitude: (40.73 + random.between(-300, 300) / 10_000).toFixed(4),
      longitude: (-73.98 + random.between(-300, 300) / 10_000).toFixed(4),
      accuracy_m: random.between(8, 60),
    },
  }))
}

const FROM_OTHERS = [
  [12, 'contact_list', 'Your mail address is in the contact list of another member.'],
  [47, 'mention', 'Mentioned you in the scene “Movie night”.'],
  [102, 'contact_list', 'Your telephone number is in the contact list of another member.'],
  [188, 'report', 'Reported that lights in a shared home were switched at night.'],
  [263, 'mention', 'Named you as a guest of the home “Lakeside”.'],
] as const

function fromOthers(story: Story): DemoRecord[] {
  return FROM_OTHERS.map(([days, occasion, statement], index) => ({
    category: 'from_others',
    at: story.ago(days, 17),
    givenByOther: true,
    fields: { given_by: `M-${4107 + index * 313}`, occasion, statement },
  }))
}

export const jonas: DemoPerson = {
  brand: 'we-app',
  ref: 'WE-DEMO-JONAS',
  identifiers: [{ kind: 'email', value: 'jonas@mail.example' }],
  birthDate: '1991-03-14',
  locale: 'en',
  joined: 400,
  profile: { nickname: 'Jonas', about: 'Moved from Leipzig to New York, and so did the lamps.', country: 'US' },
  signIns: [
    { client: 'Firefox 145 · Linux', ip: '203.0.113.91', times: 24 },
    { client: 'Safari 26 · iPhone', ip: '198.51.100.142', times: 11 },
  ],
  devices: [
    { kind: 'hub', serial: 'HB-118204', model: 'Hub One', name: 'Living room', bound: 399, lastSeen: 1 },
    { kind: 'hub', serial: 'HB-120015', model: 'Hub Mini', name: 'Attic', bound: 160, lastSeen: 1 },
    {
      kind: 'phone',
      serial: 'WEA-APP-2209',
      model: 'iPhone 17',
      name: 'Jonas’ iPhone',
      bound: 399,
      lastSeen: 1,
      allowed: ['location.nearby', 'location.send_place'],
    },
    {
      kind: 'phone',
      serial: 'WEA-APP-1130',
      model: 'Samsung Galaxy S22',
      name: 'Old phone',
      bound: 399,
      lastSeen: 221,
      revoked: 220,
    },
  ],
  meters: [HUB],
  decisions: [
    { purpose: 'improve', decision: 'granted', days: 399 },
    { purpose: 'surveys', decision: 'refused', days: 399 },
    { purpose: 'service_information', decision: 'granted', days: 399 },
    { purpose: 'measure_advertising', decision: 'refused', days: 399 },
    { purpose: 'use_location', decision: 'granted', days: 340 },
    { purpose: 'use_location', decision: 'withdrawn', days: 150 },
    { purpose: 'use_location', decision: 'granted', days: 92 },
    { purpose: 'service_information', decision: 'withdrawn', days: 33 },
  ],
  records: (story) => [...deviceInformation(story), ...accessLog(story), ...locations(story), ...fromOthers(story)],
  bills: 'year',
  requests: [
    {
      kind: 'inquiry',
      text: 'Somebody reported lights in a shared home. Can I see what exactly was said?',
      days: 181,
      answered: {
        days: 170,
        answer: 'You find the words under “What others said”. We do not name who gave them.',
      },
    },
    { kind: 'objection', text: 'Please stop using my access log for measuring advertising.', days: 9 },
  ],
  support: { reason: 'Caller cannot find the second hub after moving house', days: 38, hour: 15.25 },
}

export const priya: DemoPerson = {
  brand: 'we-app',
  ref: 'WE-DEMO-PRIYA',
  identifiers: [{ kind: 'email', value: 'priya@mail.example' }],
  birthDate: '1998-11-02',
  locale: 'en',
  joined: 60,
  profile: { nickname: 'Priya', country: 'US' },
  signIns: [{ client: 'Chrome 142 · Windows', ip: '198.51.100.9', times: 2 }],
  devices: [{ kind: 'hub', serial: 'HB-122870', model: 'Hub Mini', name: 'Studio', bound: 59, lastSeen: 1 }],
  meters: [{ ...HUB, serial: 'HB-122870', device: 'HB-122870', supplyPoint: 'Studio' }],
  decisions: [{ purpose: 'improve', decision: 'refused', days: 60 }],
  records: (story) => accessLog(story).slice(0, 4),
  bills: 'last',
  requests: [],
}

export const tomas: DemoPerson = {
  brand: 'we-app',
  ref: 'WE-DEMO-TOMAS',
  identifiers: [{ kind: 'email', value: 'tomas@mail.example' }],
  birthDate: '1984-06-21',
  locale: 'en',
  joined: 380,
  agreedTo: '1.0',
  profile: { nickname: 'Tomás', country: 'PT' },
  signIns: [{ client: 'Firefox 140 · Windows', ip: '203.0.113.140', times: 1 }],
  devices: [{ kind: 'hub', serial: 'HB-117730', model: 'Hub One', name: 'Summer house', bound: 379, lastSeen: 170 }],
  decisions: [],
  records: (story) => accessLog(story).slice(-3),
  bills: 'none',
  requests: [],
}

import { type Charging, chargingSessions } from '../charging.ts'
import type { DemoPerson, DemoRecord } from '../demo-person.ts'
import type { Story } from '../story.ts'

const CHARGING: Charging = {
  brand: 'we-e-charge',
  days: 398,
  often: 42,
  home: { serial: 'SN-104220', station: 'Garage, Wallbox Pro 22', watts: 11_000 },
  publicStations: ['Alexanderplatz 3, Berlin', 'Südkreuz P2, Berlin', 'Autohof Lehnin', 'Ringcenter, Berlin'],
}

const PHONE = {
  device_name: 'Maras Pixel',
  device_model: 'Pixel 9',
  device_identifier: '3f1c7a90-52be-4c0d-9a77-6d02be41f9c5',
  language: 'de-DE',
  resolution: '1080 × 2424',
  plmn: '26201',
}

// The app reports the phone after each update and about once a month.
function phoneInformation(story: Story): DemoRecord[] {
  return [3, 31, 58, 90, 121, 149, 182, 214, 241, 273, 301, 330, 352].map((days, index) => ({
    category: 'phone_information',
    at: story.ago(days, 7 + index / 4),
    fields: { ...PHONE, os_and_app_version: `Android 16, We E-Charge 4.${13 - index}.0` },
  }))
}

export const mara: DemoPerson = {
  brand: 'we-e-charge',
  ref: 'EC-DEMO-MARA',
  identifiers: [
    { kind: 'account_name', value: 'mara' },
    { kind: 'email', value: 'mara@mail.example' },
  ],
  birthDate: null,
  locale: 'en',
  joined: 400,
  cameThrough: 'charge_map',
  profile: { nickname: 'Mara', car_model: 'ID.3 Pro', country: 'DE' },
  signIns: [
    { client: 'Firefox 145 · Linux', ip: '203.0.113.24', times: 21 },
    { client: 'Chrome 142 · Android', ip: '198.51.100.73', times: 9 },
  ],
  devices: [
    {
      kind: 'charger',
      serial: 'SN-104220',
      model: 'Wallbox Pro 22',
      name: 'Garage',
      bound: 398,
      lastSeen: 1,
    },
    { kind: 'charger', serial: 'SN-104377', model: 'Wallbox Go 11', name: 'Cabin', bound: 143, lastSeen: 6 },
    {
      kind: 'charger',
      serial: 'SN-099120',
      model: 'Wallbox One',
      name: 'Old one',
      bound: 399,
      lastSeen: 372,
      revoked: 370,
    },
    {
      kind: 'phone',
      serial: 'ECH-APP-7731',
      model: 'Google Pixel 9',
      name: 'Maras Pixel',
      bound: 396,
      lastSeen: 1,
      allowed: ['camera.scan_charger', 'location.find_wifi'],
    },
  ],
  decisions: [
    { purpose: 'display_and_service', decision: 'granted', days: 399 },
    { purpose: 'usage_statistics', decision: 'refused', days: 399 },
    { purpose: 'news', decision: 'granted', days: 399 },
    { purpose: 'news', decision: 'withdrawn', days: 204 },
    { purpose: 'usage_statistics', decision: 'granted', days: 96 },
    { purpose: 'usage_statistics', decision: 'withdrawn', days: 41 },
  ],
  records: (story) => [...phoneInformation(story), ...chargingSessions(story, CHARGING)],
  bills: 'year',
  requests: [
    {
      kind: 'access',
      text: 'Which of my charging sessions do you pass on to the operator of a public station?',
      days: 128,
      answered: {
        days: 119,
        answer: 'None with your name. The operator sees a session number, the start, the end and the energy.',
      },
    },
    { kind: 'correction', text: 'The session of last Tuesday shows the station Lehnin. I was at Südkreuz.', days: 4 },
  ],
  support: { reason: 'Caller asks why the bill of the summer was higher than usual', days: 61, hour: 9.5 },
}

export const noor: DemoPerson = {
  brand: 'we-e-charge',
  ref: 'EC-DEMO-NOOR',
  identifiers: [{ kind: 'account_name', value: 'noor' }],
  birthDate: null,
  locale: 'fr',
  joined: 75,
  profile: { nickname: 'Noor', country: 'FR' },
  signIns: [{ client: 'Safari 26 · iPhone', ip: '198.51.100.20', times: 3 }],
  devices: [{ kind: 'charger', serial: 'SN-104901', model: 'Wallbox Go 11', name: 'Cour', bound: 74, lastSeen: 2 }],
  decisions: [{ purpose: 'display_and_service', decision: 'refused', days: 75 }],
  records: (story) =>
    chargingSessions(story, {
      ...CHARGING,
      days: 70,
      often: 18,
      home: { serial: 'SN-104901', station: 'Cour, Wallbox Go 11', watts: 7_400 },
    }),
  bills: 'last',
  requests: [],
}

import type { DemoMeter, DemoPerson, DemoRecord } from '../demo-person.ts'
import type { Story } from '../story.ts'

// Unlocking through the cloud: twice a day and more, less while on holiday in August.
const LOCK: DemoMeter = {
  serial: 'LK-440117',
  utility: 'service',
  supplyPoint: 'Appartement',
  zone: 'Europe/Paris',
  every: 'day',
  device: 'LK-440117',
  use: ({ month, weekday }, chance) => Math.round((month === 7 ? 1 : 5) + (weekday % 6 === 0 ? 3 : 0) + 4 * chance()),
}

function deviceLog(story: Story): DemoRecord[] {
  const random = story.random('device log')
  return Array.from({ length: 52 }, (_, week) => ({
    category: 'device_log',
    at: story.ago(2 + week * 7, random.between(6, 21)),
    device: 'LK-440117',
    fields: {
      model: 'Lock One',
      os_version: `LockOS 3.${Math.max(0, 9 - Math.floor(week / 6))}`,
      identifier: '5C:02:14:9A:77:E1',
      battery_percent: 100 - ((51 - week) % 26) * 3,
    },
  }))
}

function softwareLog(story: Story): DemoRecord[] {
  return Array.from({ length: 24 }, (_, index) => ({
    category: 'software_log',
    at: story.ago(3 + index * 15, 8),
    fields: {
      software_version: `WE.LOCK 5.${24 - index}`,
      browser_type: 'WebView 142',
      other_apps: ['Home assistant', 'Door camera', ...(index < 9 ? ['Family calendar'] : [])],
    },
  }))
}

const SUBJECTS = {
  search: ['batterie faible', 'code invité', 'partager une clé', 'réinitialiser la serrure'],
  view: ['Journal de la porte', 'Clés partagées', 'Réglages de la serrure', 'Historique'],
  failure: ['La serrure n’a pas répondu', 'Code refusé', 'Délai dépassé'],
} as const

function serviceLog(story: Story): DemoRecord[] {
  const random = story.random('service log')
  return Array.from({ length: 320 }, (_, index) => {
    const event = random.pick(['view', 'view', 'view', 'search', 'failure'])
    return {
      category: 'service_log',
      at: story.ago(1 + Math.floor(index * 1.12), random.between(55, 220) / 10),
      fields: {
        event,
        subject: random.pick(SUBJECTS[event]),
        ...(random.chance(0.3) ? { referrer: 'https://we-lock.example/aide' } : {}),
        ip_address: random.pick(['203.0.113.60', '198.51.100.18', '2001:db8:7::3e']),
      },
    }
  })
}

function locations(story: Story): DemoRecord[] {
  const random = story.random('location')
  return Array.from({ length: 60 }, (_, index) => ({
    category: 'location',
    at: story.ago(1 + Math.floor(index * 1.4), random.between(60, 210) / 10),
    fields: {
      method: random.pick(['gps', 'wlan', 'ip']),
      latitude: (48.8566 + random.between(-250, 250) / 10_000).toFixed(4),
      longitude: (2.3522 + random.between(-250, 250) / 10_000).toFixed(4),
      accuracy_m: random.between(6, 120),
    },
  }))
}

function questionnaires(story: Story): DemoRecord[] {
  const person = { name: 'Élise Martin', phone: '+33 6 39 98 12 34', home_address: '14 rue des Lilas, 75019 Paris' }
  return [
    {
      category: 'questionnaires',
      at: story.ago(76, 18.5),
      fields: { title: 'Votre avis sur Lock One', ...person, answers: ['Très satisfaite', 'Autonomie : bonne', 'Oui'] },
    },
    {
      category: 'questionnaires',
      at: story.ago(231, 19),
      fields: { title: 'Tirage au sort de printemps', ...person, answers: ['Une serrure pour ma mère'] },
    },
  ]
}

export const elise: DemoPerson = {
  brand: 'we-lock',
  ref: 'WL-DEMO-ELISE',
  identifiers: [
    { kind: 'email', value: 'elise@mail.example' },
    { kind: 'phone', value: '+33 6 39 98 12 34' },
  ],
  birthDate: '1987-07-08',
  locale: 'fr',
  joined: 400,
  profile: { nickname: 'Élise', country: 'FR' },
  signIns: [
    { client: 'Safari 26 · Mac OS X', ip: '203.0.113.60', times: 18 },
    { client: 'Chrome 142 · Android', ip: '198.51.100.18', times: 14 },
  ],
  devices: [
    { kind: 'lock', serial: 'LK-440117', model: 'Lock One', name: 'Porte d’entrée', bound: 399, lastSeen: 1 },
    { kind: 'lock', serial: 'LK-440981', model: 'Lock Mini', name: 'Cave', bound: 201, lastSeen: 3 },
    {
      kind: 'phone',
      serial: 'LCK-APP-5510',
      model: 'Samsung Galaxy S25',
      name: 'Téléphone d’Élise',
      bound: 399,
      lastSeen: 1,
      allowed: ['camera.scan_lock', 'camera.take_picture', 'storage.pick_picture', 'location.open_nearby'],
    },
  ],
  meters: [LOCK],
  decisions: [
    { purpose: 'personalise', decision: 'granted', days: 399 },
    { purpose: 'after_sales', decision: 'granted', days: 399 },
    { purpose: 'promotion', decision: 'refused', days: 399 },
    { purpose: 'internal_analysis', decision: 'refused', days: 399 },
    { purpose: 'advertising', decision: 'refused', days: 399 },
    { purpose: 'use_location', decision: 'granted', days: 398 },
    { purpose: 'questionnaires', decision: 'granted', days: 240 },
    { purpose: 'combine_data', decision: 'granted', days: 180 },
    { purpose: 'combine_data', decision: 'withdrawn', days: 87 },
  ],
  records: (story) => [
    ...questionnaires(story),
    ...deviceLog(story),
    ...softwareLog(story),
    ...serviceLog(story),
    ...locations(story),
  ],
  uploads: [
    { use: 'avatar', name: 'portrait.png', days: 380, picture: 'portrait' },
    { use: 'photo', name: 'porte-entree.png', days: 112, picture: 'device', place: [48.8872, 2.3862] },
  ],
  bills: 'year',
  requests: [
    {
      kind: 'portability',
      text: 'Je voudrais reprendre l’historique de ma porte dans un autre service.',
      days: 96,
      answered: { days: 90, answer: 'L’export contient tout l’historique, en JSON et en CSV.' },
    },
    { kind: 'deletion', text: 'Merci de supprimer les positions enregistrées au mois dernier.', days: 6 },
  ],
  support: { reason: 'La cliente signale un code invité refusé plusieurs fois', days: 24, hour: 10.75 },
}

export const hugo: DemoPerson = {
  brand: 'we-lock',
  ref: 'WL-DEMO-HUGO',
  identifiers: [{ kind: 'email', value: 'hugo@mail.example' }],
  birthDate: '1979-01-21',
  locale: 'fr',
  joined: 90,
  profile: { nickname: 'Hugo', country: 'FR' },
  signIns: [{ client: 'Firefox 145 · Windows', ip: '198.51.100.77', times: 3 }],
  devices: [{ kind: 'lock', serial: 'LK-441870', model: 'Lock One', name: 'Bureau', bound: 89, lastSeen: 1 }],
  meters: [{ ...LOCK, serial: 'LK-441870', device: 'LK-441870', supplyPoint: 'Bureau' }],
  decisions: [{ purpose: 'promotion', decision: 'refused', days: 90 }],
  records: (story) => serviceLog(story).slice(0, 5),
  bills: 'last',
  requests: [],
}

import { globSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PERMISSIONS, type Permission, STAFF_ROLES } from '#lib/access/index.ts'
import { PLACES, placeMark, placeOf, staffPlaceOf } from './place-of.ts'
import { staffBar } from './staff-shell.tsx'

const folders = readdirSync('app/(portal)/[brand]/me', { withFileTypes: true }).filter((entry) => entry.isDirectory())

it('knows of each page of a person where in the menu it belongs', () => {
  const places = Object.fromEntries(folders.map(({ name }) => [name, placeOf(`/we-app/me/${name}/below`)]))
  expect(places).toMatchObject({
    data: 'data',
    choices: 'choices',
    policy: 'choices',
    'access-log': 'choices',
    usage: 'bills',
    requests: 'account',
    profile: 'account',
  })
  expect(placeOf('/we-app/me')).toBe('overview')
  expect(placeOf('/we-app/me/')).toBe('overview')
  expect(placeOf('/we-app/me/bills/1')).toBe('bills')
  expect([...new Set(Object.values(places))].toSorted()).toEqual(PLACES.filter((one) => one !== 'overview').toSorted())
})

/** Every page of staff below /staff, at an address that it may have, with the permission at its door. */
const staffPages = globSync('app/(staff)/staff/**/page.tsx').map((file) => {
  const address = file
    .replace('app/(staff)', '')
    .replace('/page.tsx', '')
    .replaceAll(/\[\w+\]/g, 'we-lock')
  const asked = /requireStaff\('([\w:-]+)'/.exec(readFileSync(file, 'utf8'))?.[1]
  return { address, permission: asked as Permission | undefined }
})

it('marks on each page of staff one place in the bar of everybody who may open it', () => {
  expect(staffPages.length).toBeGreaterThan(20)
  for (const { address, permission } of staffPages)
    for (const role of STAFF_ROLES) {
      if (permission && !PERMISSIONS[permission].holders.some((holder) => holder === role)) continue
      const marked = staffBar(role).filter(({ href, places }) => placeMark(address, href, places))
      expect(marked, `${address} for ${role}`).toHaveLength(1)
    }
})

it('knows of each page of staff to which place it belongs, and calls the place itself the page', () => {
  const folders = new Set(staffPages.map(({ address }) => address.split('/')[2] ?? ''))
  const places = Object.fromEntries([...folders].map((folder) => [folder, staffPlaceOf(`/staff/${folder}/below`)]))
  expect(places).toEqual({
    '': 'tools',
    'bulk-exports': 'tools',
    'controller-changes': 'tools',
    'sign-in': 'tools',
    'wind-downs': 'tools',
    access: 'audit',
    agents: 'agents',
    approvals: 'approvals',
    arrears: 'arrears',
    billing: 'arrears',
    confirm: 'tools',
    deliveries: 'deliveries',
    incidents: 'incidents',
    policies: 'tools',
    refunds: 'tools',
    requests: 'requests',
    statistics: 'tools',
    support: 'support',
    transfers: 'transfers',
  })
  for (const role of STAFF_ROLES)
    for (const { href, places: of } of staffBar(role)) expect(placeMark(href, href, of)).toBe('page')
  const [tools] = staffBar('auditor')
  expect(placeMark('/staff/incidents/we-lock/1', '/staff', tools?.places ?? '')).toBe('true')
})

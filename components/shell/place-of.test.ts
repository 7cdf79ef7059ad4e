import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PLACES, placeOf } from './place-of.ts'

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

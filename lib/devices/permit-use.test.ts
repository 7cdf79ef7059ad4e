import { describe, expect, it } from 'vitest'
import { inScope } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { consentHistory } from '#lib/consents/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { listPhones, permitUse } from './index.ts'

async function addPhone(person: TestPerson, model: string) {
  const { id } = await database('system').device.create({
    data: { brand: person.brand, subjectId: person.id, kind: 'phone', serial: model, model, name: model },
  })
  return id
}
const phones = (person: TestPerson) => listPhones(person.grant('devices:view'))

describe('what the app may use on a phone', () => {
  it('is off at first and switched use by use, each phone apart, in every brand', async () => {
    for (const brand of BRAND_KEYS) {
      const person = await createTestPerson(brand)
      const [first] = [await addPhone(person, 'Pixel 9'), await addPhone(person, 'iPhone 17')]
      const uses = getManifest(brand).permissions.flatMap(({ key, uses }) => uses.map((use) => `${key}.${use.key}`))
      expect((await phones(person)).every((phone) => phone.allowed.size === 0)).toBe(true)
      for (const [at, name] of uses.entries()) {
        const [permission = '', use = ''] = name.split('.')
        await permitUse(person.grant('devices:permit'), {
          deviceId: first,
          permission,
          use,
          wanted: 'on',
          locale: 'en',
        })
        const seen = await phones(person)
        expect(seen.find(({ id }) => id === first)?.allowed).toEqual(new Set(uses.slice(0, at + 1)))
        expect(seen.find(({ id }) => id !== first)?.allowed.size).toBe(0)
      }
    }
  })

  it('writes the same answer once, and an audit row with each change', async () => {
    const person = await createTestPerson('wellborne-plus')
    const deviceId = await addPhone(person, 'Pixel 9')
    const [permission] = getManifest('wellborne-plus').permissions
    const change = { deviceId, permission: permission?.key ?? '', use: permission?.uses[0]?.key ?? '' }
    for (const wanted of ['off', 'on', 'on', 'off', 'off'] as const)
      await permitUse(person.grant('devices:permit'), { ...change, wanted, locale: 'en' })
    const events = await inScope(person.grant('devices:view'), (tx) => tx.auditEvent.findMany())
    expect(events.map((event) => event.name).toSorted()).toEqual([
      'consent.granted',
      'consent.withdrawn',
      'device.use_allowed',
      'device.use_refused',
    ])
  })

  it('stands in the record of consents, with the phone, the way and the words beside the switch', async () => {
    const person = await createTestPerson('energybilling')
    const deviceId = await addPhone(person, 'Mate 70')
    const [permission] = getManifest('energybilling').permissions
    const use = permission?.uses[0]
    const change = { deviceId, permission: permission?.key ?? '', use: use?.key ?? '', locale: 'zh-CN' } as const
    await permitUse(person.grant('devices:permit'), { ...change, wanted: 'on' })
    const [entry] = await consentHistory(person.grant('consents:view'), { limit: 5 })
    expect(entry).toMatchObject({ decision: 'granted', way: 'function', locale: 'zh-CN' })
    for (const words of [permission?.name['zh-CN'], use?.name['zh-CN'], permission?.consequence['zh-CN']])
      expect(entry?.text).toContain(words)
    const stale = { ...change, wanted: 'off', shown: '0'.repeat(64) } as const
    await expect(permitUse(person.grant('devices:permit'), stale)).rejects.toMatchObject({
      code: 'consents.text_changed',
    })
    expect((await phones(person))[0]?.allowed.size).toBe(1)
  })

  it('refuses the phone of somebody else and a use that nobody declared', async () => {
    const [person, other] = [await createTestPerson('we-lock'), await createTestPerson('we-lock')]
    const deviceId = await addPhone(other, 'Pixel 9')
    const [declared] = getManifest('we-lock').permissions
    const permission = declared?.key ?? ''
    const use = declared?.uses[0]?.key ?? ''
    const grant = person.grant('devices:permit')
    const refused = { code: 'devices.not_found' }
    await expect(permitUse(grant, { deviceId, permission, use, wanted: 'on', locale: 'en' })).rejects.toMatchObject(
      refused,
    )
    const own = await addPhone(person, 'Pixel 9')
    await expect(
      permitUse(grant, { deviceId: own, permission, use: 'x', wanted: 'on', locale: 'en' }),
    ).rejects.toMatchObject(refused)
  })
})

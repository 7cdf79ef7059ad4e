import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { drawCode } from '#lib/testing/draw-code.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import {
  addDevice,
  addDeviceByPicture,
  announceUnits,
  listDevices,
  listPhones,
  permitUse,
  renameDevice,
  revokeDevice,
} from './index.ts'
import { AddDevice, RenameDevice } from './schema.ts'

async function makeUnit(brand = 'we-e-charge') {
  const serial = `SN${randomUUID().slice(0, 8).toUpperCase()}`
  const code = `code-${randomUUID()}`
  await database('system').deviceUnit.create({
    data: { brand, kind: 'charger', serial, model: 'Wallbox 11', bindingCodeHash: sha256(code) },
  })
  return { serial, code }
}

describe('devices', () => {
  it('binds by the number on the device or by its code, renames and unbinds', async () => {
    const person = await createTestPerson('we-e-charge')
    const [one, two] = [await makeUnit(), await makeUnit()]
    await addDevice(person.grant('devices:add'), { number: one.serial.toLowerCase(), name: 'Garage' })
    await addDevice(person.grant('devices:add'), { number: two.code, name: '' })
    const bound = await listDevices(person.grant('devices:view'))
    expect(bound.map((device) => device.name)).toEqual(['Wallbox 11', 'Garage'])
    const garage = bound[1]?.id ?? ''
    await renameDevice(person.grant('devices:rename'), { deviceId: garage, name: 'Car port' })
    await revokeDevice(person.grant('devices:revoke'), { deviceId: bound[0]?.id ?? '' })
    expect((await listDevices(person.grant('devices:view'))).map((device) => device.name)).toEqual(['Car port'])
  })

  it('takes a number as it is typed: with spaces, and in the figures of an input method for Chinese', () => {
    expect(AddDevice.parse({ number: ' ＳＮ-２０ 48 15 ' }).number).toBe('SN-204815')
    expect(AddDevice.safeParse({ number: ' 1 2 3 ' }).success).toBe(false)
  })

  it('binds one unit to one person at a time, and again after it was given back', async () => {
    const [first, second] = [await createTestPerson('we-e-charge'), await createTestPerson('we-e-charge')]
    const unit = await makeUnit()
    const { id } = await addDevice(first.grant('devices:add'), { number: unit.serial, name: '' })
    await expect(addDevice(second.grant('devices:add'), { number: unit.serial, name: '' })).rejects.toMatchObject({
      code: 'devices.already_bound',
    })
    await revokeDevice(first.grant('devices:revoke'), { deviceId: id })
    await addDevice(second.grant('devices:add'), { number: unit.serial, name: '' })
  })

  it('refuses a number of another brand and a number nobody made', async () => {
    const person = await createTestPerson('we-e-charge')
    const foreign = await makeUnit('wellborne-plus')
    for (const number of [foreign.serial, foreign.code, 'NO-SUCH-1'])
      await expect(addDevice(person.grant('devices:add'), { number, name: '' })).rejects.toMatchObject({
        code: 'devices.unknown_number',
      })
  })
})

describe('codes on devices', () => {
  const intake = (brand: string) => systemGrant('test', 'intake:write', { brand })
  const newSerial = () => `SN-${randomUUID().slice(0, 12).toUpperCase()}`

  async function announce(brand: string, kind: string, serial = newSerial()) {
    const [answer] = await announceUnits(intake(brand), { units: [{ kind, serial, model: 'Model 1' }] })
    if (!answer || answer instanceof Refusal) throw new Error(`not announced: ${answer?.code}`)
    return { ...answer, serial }
  }
  const byPicture = async (person: TestPerson, text: string) =>
    addDeviceByPicture(person.grant('devices:add'), { bytes: await drawCode(text), name: 'By picture' })

  it.each([
    ['we-e-charge', 'charger'],
    ['wellborne-plus', 'charger'],
    ['we-lock', 'lock'],
    ['energybilling', 'electricity_meter'],
    ['energybilling', 'gas_meter'],
    ['energybilling', 'water_meter'],
  ])('bind a device of %s (%s) from a picture', async (brand, kind) => {
    const person = await createTestPerson(brand)
    const unit = await announce(brand, kind)
    await byPicture(person, unit.code)
    const [bound] = await listDevices(person.grant('devices:view'))
    expect(bound).toMatchObject({ kind, serial: unit.serial, name: 'By picture' })
  })

  it('[WBP-04] camera and storage have two uses each, switched one by one, and a picture of its QR code adds a charger', async () => {
    const person = await createTestPerson('wellborne-plus')
    const { permissions } = getManifest('wellborne-plus')
    expect(permissions.map(({ key, uses }) => [key, uses.map((use) => use.key)])).toEqual([
      ['camera', ['scan_charger', 'avatar_photo']],
      ['storage', ['charger_picture', 'avatar_picture']],
    ])
    const { id: deviceId } = await database('system').device.create({
      data: { brand: person.brand, subjectId: person.id, kind: 'phone', serial: 's', model: 'Pixel 9', name: 'Mine' },
    })
    const allowed = async () => [...((await listPhones(person.grant('devices:view')))[0]?.allowed ?? [])]
    for (const { key: permission, uses } of permissions)
      for (const { key: use } of uses) {
        await permitUse(person.grant('devices:permit'), { deviceId, permission, use, wanted: 'on', locale: 'en' })
        expect(await allowed()).toEqual([`${permission}.${use}`])
        await permitUse(person.grant('devices:permit'), { deviceId, permission, use, wanted: 'off', locale: 'en' })
      }
    const unit = await announce('wellborne-plus', 'charger')
    await byPicture(person, unit.code)
    expect(await listDevices(person.grant('devices:view'))).toContainEqual(
      expect.objectContaining({ kind: 'charger', serial: unit.serial }),
    )
  })

  it('are bound once by a double click, and the second is told that the device is theirs', async () => {
    const person = await createTestPerson('we-lock')
    const { serial } = await announce('we-lock', 'lock')
    const clicks = Array.from({ length: 4 }, () =>
      addDevice(person.grant('devices:add'), { number: serial, name: '' }).then(
        () => 'bound',
        (fault) => fault.code,
      ),
    )
    const told = (await Promise.all(clicks)).toSorted()
    expect(told).toEqual(['bound', ...Array(3).fill('devices.already_yours')])
  })

  it('are refused with the reason when forged, of another brand, used, unknown, or not in the picture', async () => {
    const [person, other] = [await createTestPerson('we-e-charge'), await createTestPerson('we-e-charge')]
    const [mine, taken] = [await announce('we-e-charge', 'charger'), await announce('we-e-charge', 'charger')]
    const foreign = await announce('wellborne-plus', 'charger')
    await byPicture(other, taken.code)
    await byPicture(person, mine.code)
    const unsold = mine.code.replace(mine.serial, newSerial())
    const refused = {
      [unsold]: 'devices.code_forged',
      [foreign.code.replace('wellborne-plus', 'we-e-charge')]: 'devices.code_forged',
      [`${mine.code.slice(0, -1)}${mine.code.endsWith('A') ? 'E' : 'A'}`]: 'devices.code_forged',
      'OB1:no-brand:X:AAAAAAAAAAAAAAAAAAAAAA': 'devices.code_forged',
      [foreign.code]: 'devices.code_foreign',
      [taken.code]: 'devices.already_bound',
      [mine.code]: 'devices.already_yours',
      'https://example.com/menu': 'devices.unknown_number',
    }
    for (const [text, code] of Object.entries(refused)) {
      await expect(byPicture(person, text), text).rejects.toMatchObject({ code, details: { field: 'file' } })
      const typed = addDevice(person.grant('devices:add'), { number: text, name: '' })
      await expect(typed, text).rejects.toMatchObject({ code, details: { field: 'number' } })
    }
    const blank = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const grant = person.grant('devices:add')
    await expect(addDeviceByPicture(grant, { bytes: blank, name: '' })).rejects.toMatchObject({
      code: 'devices.no_code_seen',
    })
    await expect(addDeviceByPicture(grant, { bytes: Buffer.from('%PDF-1.7'), name: '' })).rejects.toMatchObject({
      code: 'pictures.not_a_picture',
    })
    expect(await listDevices(person.grant('devices:view'))).toHaveLength(1)
  })

  it('are the same for the same device, and given out for what can be bound alone', async () => {
    const serial = newSerial()
    const first = await announce('we-lock', 'lock', serial)
    expect(await announce('we-lock', 'lock', serial)).toEqual({ ...first, status: 'duplicate' })
    const answers = await announceUnits(intake('we-lock'), {
      units: [
        { kind: 'lock', serial, model: 'Another' },
        { kind: 'phone', serial: newSerial(), model: 'Pixel 9' },
        { kind: 'lock', serial: 'LK-NEW-1', model: 'Lock One' },
        { kind: 'lock', serial: 'LK-NEW-1', model: 'Lock One' },
      ],
    })
    expect(answers.map((answer) => (answer instanceof Refusal ? answer.code : answer.status))).toEqual([
      'devices.number_taken',
      'devices.kind_not_bindable',
      'stored',
      'duplicate',
    ])
  })
})

describe('the name of a device', () => {
  it('is what can be read of it: nothing turns the page round, and none is invisible', () => {
    const deviceId = randomUUID()
    const named = (name: string) => RenameDevice.safeParse({ deviceId, name })
    expect(named('\u202eevil\u202c 👩‍👩‍👧').data?.name).toBe('evil 👩‍👩‍👧')
    for (const name of ['', ' ', '\u200b\u200b', '\u202e', 'x'.repeat(61)])
      expect(named(name).success, name).toBe(false)
    expect(AddDevice.parse({ number: 'SN-1234', name: '\u200b' }).name).toBe('')
  })
})

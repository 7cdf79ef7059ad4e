import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { addDevice, listDevices, renameDevice, revokeDevice } from './index.ts'

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

import { describe, expect, it } from 'vitest'
import { getManifest } from '#lib/brands/index.ts'
import { consentHistory, consentNotice, decideConsent } from '#lib/consents/index.ts'
import { listPhones, noticeOfUse, permitUse } from '#lib/devices/index.ts'
import { deleteCategory } from '#lib/inventory/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { cancelAccount } from './index.ts'

const BRAND = 'wellborne-plus'

describe('changing one’s mind', () => {
  it('[WBP-17] by all four ways works, and each writes a consent record with its way and its words', async () => {
    const person = await createTestPerson(BRAND)
    const manifest = getManifest(BRAND)
    const { id: deviceId } = await database('system').device.create({
      data: { brand: BRAND, subjectId: person.id, kind: 'phone', serial: 'p', model: 'Pixel', name: 'Pixel' },
    })
    const grant = (purpose: string) =>
      decideConsent(person.grant('consents:decide'), { purpose, decision: 'granted', locale: 'en' })
    const scan = { deviceId, permission: 'camera', use: 'scan_charger', locale: 'en' } as const
    const avatar = { ...scan, use: 'avatar_photo' } as const
    for (const use of [scan, avatar]) await permitUse(person.grant('devices:permit'), { ...use, wanted: 'on' })
    for (const purpose of ['website_statistics', 'marketing_mail', 'mail_tracking', 'personal_touch'])
      await grant(purpose)

    await deleteCategory(person.grant('inventory:delete'), { category: 'website_visits', locale: 'en' })
    await deleteCategory(person.grant('inventory:delete'), { category: 'profile', locale: 'en' })
    await permitUse(person.grant('devices:permit'), { ...scan, wanted: 'off' })
    await decideConsent(person.grant('consents:decide'), {
      purpose: 'marketing_mail',
      decision: 'refused',
      locale: 'en',
    })
    await cancelAccount(person.grant('account:cancel'))

    const entries = await consentHistory(person.grant('consents:view'), { limit: 50 })
    const withdrawn = entries.filter(({ decision }) => decision === 'withdrawn')
    expect(withdrawn.map(({ purpose, way }) => `${purpose} by ${way}`).toSorted()).toEqual([
      'mail_tracking by closing',
      'marketing_mail by settings',
      'personal_touch by deletion',
      'use:camera.avatar_photo by closing',
      'use:camera.scan_charger by function',
      'website_statistics by deletion',
    ])
    // What was allowed before stays in the record as it was: that processing was lawful.
    expect(entries.filter(({ decision }) => decision === 'granted')).toHaveLength(6)
    const camera = manifest.permissions.find(({ key }) => key === 'camera')
    for (const { purpose, text } of withdrawn) {
      const found = manifest.purposes.find(({ key }) => key === purpose)
      const use = purpose.split('.')[1] ?? ''
      expect(text).toBe(found ? consentNotice(found, 'en').text : camera && noticeOfUse(camera, use, 'en')?.text)
    }
    expect((await listPhones(person.grant('devices:view')))[0]?.allowed.size).toBe(0)
  })
})

import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inScope, issueGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { consentHistory, consentNotice } from '#lib/consents/index.ts'
import { correctRecord, deleteRecord, listRecords, readCorrectable, revealRecord } from '#lib/inventory/index.ts'
import { RecordsQuery } from '#lib/inventory/schema.ts'
import { database } from '#lib/platform/database/index.ts'
import { placeOf, readPicture } from '#lib/platform/pictures/index.ts'
import { openFile } from '#lib/platform/storage/index.ts'
import { editProfile, readProfile } from '#lib/profile/index.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { addUpload, findAvatar, openUpload, stripPlace } from './index.ts'
import { uploadsHeld } from './personal-data.ts'
import { AddUpload } from './schema.ts'

const PARIS = '48.85667, 2.35222'

/** A photo as a telephone writes it: with the place, the maker and a name in it. */
function photo(format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  const blank = { width: 60, height: 40, channels: 3, background: '#3366aa' } as const
  return sharp({ create: blank })
    .withExif({
      IFD0: { Make: 'Secret Camera', Artist: 'Elise' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 51/1 2400/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 21/1 800/100',
      },
    })
    [format]()
    .toBuffer()
}

async function add(person: TestPerson, over: Partial<Parameters<typeof addUpload>[1]> = {}) {
  const upload = { use: 'photo', name: 'door.jpg', bytes: await photo(), keepPlace: false, ...over } as const
  return addUpload(person.grant('uploads:add'), upload)
}

const list = (person: TestPerson, given: Record<string, unknown> = {}) =>
  listRecords(person.grant('inventory:view'), 'uploads', RecordsQuery.parse(given)).then(({ rows }) => rows)

async function storedFile(id: string) {
  const { storageKey } = await database('system').upload.findUniqueOrThrow({ where: { id } })
  const stream = await openFile(storageKey)
  return stream && buffer(stream)
}

describe('pictures that a person hands over', () => {
  it('say whether none was chosen or an empty one', () => {
    const told = (file: File | undefined) => AddUpload.safeParse({ file }).error?.issues.map(({ message }) => message)
    for (const name of ['', 'blob', 'undefined']) expect(told(new File([], name))).toEqual(['web.field_missing'])
    expect(told(undefined)).toEqual(['web.field_missing'])
    expect(told(new File([], 'door.jpg'))).toEqual(['pictures.empty'])
    expect(told(new File(['x'], 'blob'))).toBeUndefined()
  })

  it('[LCK-03] are checked by content and size, listed with a small copy, downloaded and deleted with their file', async () => {
    const person = await createTestPerson('we-lock')
    const refused: [Uint8Array, string][] = [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'not_a_picture'],
      [Buffer.from('GIF89a'), 'not_a_picture'],
      [Buffer.alloc(0), 'not_a_picture'],
      [(await photo()).subarray(0, 300), 'broken'],
      [Buffer.alloc(10 * 1024 * 1024 + 1, 0xff), 'too_large'],
      [await bomb(), 'too_many_pixels'],
    ]
    for (const [bytes, reason] of refused)
      await expect(add(person, { bytes, name: 'innocent.jpg' }), reason).rejects.toMatchObject({
        code: `pictures.${reason}`,
      })
    expect(await list(person)).toEqual([])

    // What it is called says nothing about what it is, and cannot lead anywhere.
    const { id } = await add(person, { name: '../../etc/\u202egpj.exe\r\nX: y.php', bytes: await photo('png') })
    const [row] = await list(person)
    expect(row?.values).toMatchObject({
      use: 'photo',
      file_name: 'gpj.exeX y.png',
      media_type: 'image/png',
      dimensions: '60 × 40',
      geotag: null,
    })
    const view = person.grant('uploads:view')
    const [small, full] = [await openUpload(view, id, 'small'), await openUpload(view, id, 'full')]
    expect([small.mediaType, full.mediaType]).toEqual(['image/webp', 'image/png'])
    expect((await readPicture(full.content)).width).toBe(60)

    const { storageKey } = await database('system').upload.findUniqueOrThrow({ where: { id } })
    await deleteRecord(person.grant('inventory:delete'), { category: 'uploads', record: id })
    expect(await openFile(storageKey)).toBeNull()
    await expect(openUpload(view, id, 'full')).rejects.toMatchObject({ code: 'uploads.not_found' })
  })

  it('[LCK-07] show the place a camera wrote into them, lose it on request, and never pass it on by accident', async () => {
    const person = await createTestPerson('we-lock')
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const { id } = await add(person, { bytes: await photo(format), keepPlace: true })
      const [row] = await list(person)
      expect(row?.values.geotag, 'hidden until revealed').toBeNull()
      const query = RecordsQuery.parse({ reveal: id })
      const revealed = await revealRecord(person.grant('inventory:reveal'), 'uploads', query)
      expect(revealed?.values.geotag).toBe(PARIS)
      // The place stays in the file that the person takes along, and in nothing that is shown.
      expect(await annotations(await storedFile(id))).toEqual({ annotated: true, place: PARIS })
      for (const size of ['small', 'full'] as const) {
        const { content } = await openUpload(person.grant('uploads:view'), id, size)
        expect(await annotations(content)).toEqual({ annotated: false, place: null })
      }
      await stripPlace(person.grant('uploads:edit'), { upload: id })
      await stripPlace(person.grant('uploads:edit'), { upload: id })
      expect(await annotations(await storedFile(id))).toEqual({ annotated: false, place: null })
      expect((await revealRecord(person.grant('inventory:reveal'), 'uploads', query))?.values.geotag).toBeNull()
    }
    const events = await inScope(person.grant('inventory:view'), (tx) =>
      tx.auditEvent.findMany({ where: { name: 'upload.place_removed' } }),
    )
    expect(events).toHaveLength(3)
    // Where each place comes from is one of three ways, shown with it.
    const location = await listRecords(person.grant('inventory:view'), 'location', RecordsQuery.parse({}))
    expect(location.category.fields[0]).toMatchObject({ key: 'method', values: ['ip', 'gps', 'wlan'], required: true })
    expect(location.category.fields[0]?.sensitive).toBe(false)
  })

  it('lose what a camera wrote at once where the person does not keep it, or the brand has no field for it', async () => {
    const [lock, energy] = [await createTestPerson('we-lock'), await createTestPerson('energybilling')]
    const kept = [await add(lock), await add(energy, { keepPlace: true })]
    for (const { id } of kept)
      expect(await annotations(await storedFile(id))).toEqual({ annotated: false, place: null })
  })

  it('[WBP-02] make a picture of the profile that is optional, can be changed and taken away like nickname and password', async () => {
    const person = await createTestPerson('wellborne-plus')
    const profile = await readProfile(person.grant('profile:view'), 'en')
    for (const key of ['nickname', 'avatar'])
      expect(profile.fields.find((field) => field.key === key)).toMatchObject({ required: false })
    expect(profile.hasPassword).toBe(false)
    const view = person.grant('profile:view')
    expect(await findAvatar(view)).toBeNull()
    const first = await add(person, { use: 'avatar' })
    const before = await database('system').upload.findUniqueOrThrow({ where: first })
    const second = await add(person, { use: 'avatar', name: 'me.png', bytes: await photo('png') })
    expect(await findAvatar(view)).toEqual(second)
    expect(await openFile(before.storageKey)).toBeNull()
    expect(await list(person)).toHaveLength(1)
    await deleteRecord(person.grant('inventory:delete'), { category: 'uploads', record: second.id })
    expect(await findAvatar(view)).toBeNull()
  })

  it('are consent to what they and a nickname are for, where that is optional, in the words of the page, and once', async () => {
    const person = await createTestPerson('wellborne-plus', { locale: 'fr' })
    const history = () => consentHistory(person.grant('consents:view'), { limit: 10 })
    await editProfile(person.grant('profile:edit'), { nickname: '' })
    expect(await history()).toEqual([])
    await editProfile(person.grant('profile:edit'), { nickname: 'Ada' }, 'zh-CN')
    await add(person, { use: 'avatar' })
    await editProfile(person.grant('profile:edit'), { country: 'FR' })
    expect(await history()).toMatchObject([{ purpose: 'personal_touch', decision: 'granted', way: 'giving' }])
    const [row] = await database('system').consentRecord.findMany({ where: { subjectId: person.id } })
    const purpose = getManifest('wellborne-plus').purposes.find(({ key }) => key === 'personal_touch')
    expect(row?.locale).toBe('zh-CN')
    expect(purpose && Buffer.from(row?.textHash ?? []).equals(consentNotice(purpose, 'zh-CN').hash)).toBe(true)
    const pictured = await createTestPerson('wellborne-plus', { locale: 'fr' })
    await add(pictured, { use: 'avatar' })
    const given = await database('system').consentRecord.findMany({ where: { subjectId: pictured.id } })
    expect(given).toMatchObject([{ purpose: 'personal_touch', locale: 'fr', way: 'giving' }])
    // Nobody consents for somebody else, and a brand that needs no consent records none.
    const staff = await createTestStaff('support', { person: await createTestPerson('wellborne-plus') })
    const onBehalf = issueGrant(staff, 'profile:edit', { brand: 'wellborne-plus' })
    await expect(editProfile(onBehalf, { nickname: 'X' })).rejects.toMatchObject({ code: 'consents.by_person' })
    const charge = await createTestPerson('we-e-charge')
    await editProfile(charge.grant('profile:edit'), { nickname: 'Ada' })
    expect(await database('system').consentRecord.count({ where: { subjectId: charge.id } })).toBe(0)
  })

  it('are found by name and by day, and belong to their person alone', async () => {
    const [person, other] = [await createTestPerson('we-lock'), await createTestPerson('we-lock')]
    const { id } = await add(person, { name: 'Haustür 门.jpg' })
    await add(person, { name: 'key.jpg' })
    expect(await list(person, { search: 'haustür' })).toHaveLength(1)
    expect(await list(person, { to: '2020-01-01' })).toHaveLength(0)
    expect(await list(other)).toEqual([])
    for (const given of [id, randomUUID(), '../x'])
      await expect(openUpload(other.grant('uploads:view'), given, 'full')).rejects.toMatchObject({
        code: 'uploads.not_found',
      })
    await expect(stripPlace(other.grant('uploads:edit'), { upload: id })).rejects.toMatchObject({
      code: 'uploads.not_found',
    })
  })

  it('are given another name by hand, as clean as the first one, which is recorded, exported and nobody else’s to give', async () => {
    const [person, other] = [await createTestPerson('we-lock'), await createTestPerson('we-lock')]
    const { id } = await add(person, { name: 'IMG_0001.jpg', keepPlace: true })
    const rename = (by: TestPerson, name: string) =>
      correctRecord(by.grant('inventory:correct'), { category: 'uploads', record: id, typed: { file_name: name } })
    const { row } = await readCorrectable(person.grant('inventory:reveal'), 'uploads', id)
    expect(row.values).toEqual({ file_name: 'IMG_0001.jpg' })
    await rename(person, ' ../Haustür\u202e 门.exe ')
    expect((await list(person))[0]?.values.file_name).toBe('Haustür 门.jpg')
    const events = await inScope(person.grant('inventory:view'), (tx) =>
      tx.auditEvent.findMany({ where: { target: id, name: { startsWith: 'inventory.' } } }),
    )
    // The place was not shown, so nothing says that it was.
    expect(events.map(({ name }) => name)).toEqual(['inventory.record_corrected'])
    for (const name of ['...', '../..'])
      await expect(rename(person, name), name).rejects.toMatchObject({ code: 'uploads.name_wrong' })
    await expect(rename(person, '\u200e')).rejects.toMatchObject({ code: 'inventory.value_missing' })
    await expect(rename(person, ' ')).rejects.toMatchObject({ code: 'inventory.value_missing' })
    await expect(rename(person, 'x'.repeat(121))).rejects.toMatchObject({ code: 'inventory.value_long' })
    await expect(rename(other, 'theirs')).rejects.toMatchObject({ code: 'inventory.not_found' })
    await expect(readCorrectable(other.grant('inventory:reveal'), 'uploads', id)).rejects.toThrow()
    expect((await list(person))[0]?.values.file_name).toBe('Haustür 门.jpg')
    const view = { brand: person.brand, subject: person.id, category: 'uploads' }
    const exported = await inScope(person.grant('inventory:view'), async (tx) => {
      for await (const held of uploadsHeld.all(tx, view)) return held.values.file_name
      return null
    })
    expect(exported).toBe('Haustür 门.jpg')
  })

  it('are not taken by a brand that declares none', async () => {
    await expect(add(await createTestPerson('we-app'))).rejects.toMatchObject({ code: 'uploads.not_taken' })
  })
})

async function annotations(bytes: Uint8Array | null) {
  const picture = await readPicture(bytes ?? Buffer.alloc(0))
  return { annotated: picture.annotated, place: placeOf(picture) }
}

/** A small file that unfolds to more pixels than are decoded. */
function bomb(): Promise<Buffer> {
  const blank = { width: 9000, height: 9000, channels: 3, background: '#000' } as const
  return sharp({ create: blank, limitInputPixels: false }).png({ compressionLevel: 9, palette: true }).toBuffer()
}

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { listCategories, listRecords } from '#lib/inventory/index.ts'
import { RecordsQuery } from '#lib/inventory/schema.ts'
import { database } from '#lib/platform/database/index.ts'
import { editProfile } from '#lib/profile/index.ts'
import { openRequest } from '#lib/requests/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { asOwner, plantEverywhere } from './planted-fixtures.ts'

/** Promises that are kept by "My data" itself: access to every category, with its real rows. */
const PROMISED: Record<string, string> = { 'wellborne-plus': '[WBP-14] ', energybilling: '[ENB-12] ' }

// What is planted cannot be opened: files that read every message must not meet it.
beforeAll(useOwnDatabase)

describe('my data', () => {
  it.each(BRAND_KEYS.map((brand) => [PROMISED[brand] ?? '', brand]))(
    '%sshows the person every category of %s with its rows',
    async (_promise, brand) => {
      const person = await createTestPerson(brand)
      const marker = `planted${randomUUID().replaceAll('-', '')}`
      await asOwner((client) => plantEverywhere(client, { brand, subject: person.id, marker }))
      // What is sealed cannot be planted in clear; these two come by their own verbs.
      await database('system').profile.deleteMany({ where: { subjectId: person.id } })
      await database('system').rightsRequest.deleteMany({ where: { subjectId: person.id } })
      await openRequest(person.grant('requests:open'), { kind: 'inquiry', text: 'What do you hold about me?' })
      await editProfile(person.grant('profile:edit'), { nickname: 'Somebody' })
      const counted = await listCategories(person.grant('inventory:view'))
      const { categories } = getManifest(brand)
      expect(counted.map((entry) => entry.category.key)).toEqual(categories.map((category) => category.key))
      for (const { category, rows, newest } of counted) {
        expect(rows, category.key).toBeGreaterThan(0)
        expect(newest, category.key).toBeInstanceOf(Date)
        const page = await listRecords(person.grant('inventory:view'), category.key, RecordsQuery.parse({}))
        const declared = category.fields.map((field) => field.key)
        expect(page.rows.length, category.key).toBeGreaterThan(0)
        // Every field that the manifest tells of is there by its name.
        expect(Object.keys(page.rows[0]?.values ?? {}), category.key).toEqual(expect.arrayContaining(declared))
      }
    },
  )
})

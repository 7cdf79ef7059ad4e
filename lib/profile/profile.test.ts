import { describe, expect, it } from 'vitest'
import { inScope, issueGrant, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { editProfile, profileHeld, readProfile, setLocale } from './index.ts'
import { closeProfile, openProfile } from './profile-values.ts'

const valuesOf = async (person: Awaited<ReturnType<typeof createTestPerson>>) => {
  const { fields } = await readProfile(person.grant('profile:view'), 'en')
  return Object.fromEntries(fields.map(({ key, value }) => [key, value]))
}

describe('profile', () => {
  it('saves what the manifest declares and nothing else, and records which fields, not what', async () => {
    const person = await createTestPerson('we-app')
    await editProfile(person.grant('profile:edit'), {
      nickname: '  Zoë  ',
      country: 'FR',
      about: '',
      role: 'admin',
      brand: 'we-app',
    })
    expect(await valuesOf(person)).toEqual({ nickname: 'Zoë', about: '', country: 'FR' })
    const stored = await database('system').profile.findUniqueOrThrow({ where: { subjectId: person.id } })
    expect(stored.fields).toEqual({ nickname: 'Zoë', country: 'FR' })
    const [event] = await database('system').auditEvent.findMany({ where: { subjectId: person.id } })
    expect(event).toMatchObject({ name: 'profile.edited', detail: { fields: 'nickname country' } })
    expect(JSON.stringify(event)).not.toContain('Zoë')
    await editProfile(person.grant('profile:edit'), { nickname: '' })
    expect(await valuesOf(person)).toEqual({ nickname: '', about: '', country: 'FR' })
  })

  it('refuses what is too long or no country', async () => {
    const person = await createTestPerson('we-app')
    const edit = (input: Record<string, string>) => editProfile(person.grant('profile:edit'), input)
    await expect(edit({ nickname: 'x'.repeat(61) })).rejects.toMatchObject({ code: 'web.field_too_long' })
    await expect(edit({ country: 'XX' })).rejects.toMatchObject({ code: 'profile.country' })
  })

  it('seals sensitive fields, bound to their person', () => {
    const declared = getManifest('we-app').profileFields.map((field) => ({
      ...field,
      sensitive: field.key === 'about',
    }))
    const stored = closeProfile('one', declared, { nickname: 'Ada', about: 'secret words' })
    expect(stored.fields).toEqual({ nickname: 'Ada' })
    expect(stored.sealed?.includes('secret words')).toBe(false)
    expect(openProfile('one', stored)).toEqual({ nickname: 'Ada', about: 'secret words' })
    expect(() => openProfile('two', stored)).toThrow()
  })

  it('keeps the language with the account', async () => {
    const person = await createTestPerson('we-app')
    await setLocale(person.grant('profile:edit'), { locale: 'zh-CN' })
    expect((await readProfile(person.grant('profile:view'), 'en')).locale).toBe('zh-CN')
  })

  it('may be edited by support who act for the person, under their name, and by nobody else', async () => {
    const person = await createTestPerson('we-app')
    const staff = await createTestStaff('support', { person })
    await editProfile(issueGrant(staff, 'profile:edit', { brand: 'we-app' }), { nickname: 'By support' })
    const [event] = await database('system').auditEvent.findMany({ where: { subjectId: person.id } })
    expect(event).toMatchObject({ actorKind: 'staff', actorId: staff.id, supportSessionId: staff.support?.id })
    const auditor = await createTestStaff('auditor')
    expect(() => issueGrant(auditor, 'profile:edit', { brand: 'we-app', subject: person.id })).toThrow()
  })

  it('shows the app an account came through, with the policy of whoever runs it', async () => {
    const person = await createTestPerson('we-e-charge')
    expect((await readProfile(person.grant('profile:view'), 'en')).entryApp).toBeNull()
    await database('system').account.update({ where: { id: person.id }, data: { cameThrough: 'charge_map' } })
    expect((await readProfile(person.grant('profile:view'), 'en')).entryApp).toMatchObject({
      name: 'Charge Map',
      policyUrl: 'https://charge-map.example/privacy',
    })
  })

  it('is held as one row that its person may empty, and goes with the account', async () => {
    const person = await createTestPerson('we-app')
    await editProfile(person.grant('profile:edit'), { nickname: 'Ada', country: 'FR' })
    const category = getManifest('we-app').categories.find(({ shape }) => shape === 'profile')?.key ?? ''
    const of = { brand: 'we-app', subject: person.id, category }
    const list = () => inScope(person.grant('profile:view'), (tx) => profileHeld.list(tx, of, { limit: 5 }, true))
    expect(await list()).toMatchObject([{ values: { nickname: 'Ada', country: 'FR', about: null } }])
    await inScope(person.grant('profile:edit'), async (tx) => profileHeld.remove?.(tx, of, person.id))
    expect(await list()).toEqual([])
    const system = systemGrant('test', 'retention:erase-account', { brand: 'we-app', subject: person.id })
    const { erased } = await inScope(system, (tx) => profileHeld.erase(tx, of, { end: 'erase' }))
    expect(erased).toBe(1)
  })
})

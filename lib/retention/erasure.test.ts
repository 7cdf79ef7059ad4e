import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inScope, issueGrant, type PersonActor, systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { requestExport } from '#lib/exports/index.ts'
import { createAccount } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { openFile, putFile } from '#lib/platform/storage/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { cancelAccount, eraseAccount, findCertificate, findClosing, sweepRetention, undoCancel } from './index.ts'
import { asOwner, findMarker, plantEverywhere } from './planted-fixtures.ts'

const DAY = 86_400_000

async function makePlanted(brand: string) {
  const marker = `planted${randomUUID().replaceAll('-', '')}`
  const manifest = getManifest(brand)
  const seed = systemGrant('test', 'demo:seed', { brand })
  const { id } = await inScope(seed, (tx) =>
    createAccount(tx, seed, {
      identifiers: [{ kind: 'email', value: `${marker}@example.org`, key: `${marker}@example.org` }],
      passwordHash: null,
      birthDate: null,
      locale: 'fr',
      policyVersion: manifest.policies[0]?.version ?? '',
    }),
  )
  await database('system').signInIdentifier.updateMany({ where: { subjectId: id }, data: { verifiedAt: clock.now() } })
  const tables = await asOwner((client) => plantEverywhere(client, { brand, subject: id, marker }))
  async function* content() {
    yield Buffer.from(marker)
  }
  await putFile(`uploads/${marker}`, content())
  const grantOf = <P extends Parameters<typeof issueGrant>[1]>(permission: P) => {
    const actor: PersonActor = {
      kind: 'person',
      id,
      brand,
      sessionId: randomUUID(),
      authenticatedAt: clock.now(),
      closing: false,
      agreementDue: false,
    }
    return issueGrant(actor, permission, { brand })
  }
  return { id, brand, marker, tables, grant: grantOf }
}

type Planted = Awaited<ReturnType<typeof makePlanted>>

const erase = ({ brand, id }: Planted) =>
  eraseAccount(systemGrant('job:retention.erase-account', 'retention:erase-account', { brand, subject: id }))

const sweep = () => sweepRetention(systemGrant('job:retention.sweep', 'retention:sweep', { brand: '' }))

const wait = (days: number) => clock.shift(days * DAY + 1000)

async function cancelAndWait(person: Planted) {
  await cancelAccount(person.grant('account:cancel'))
  const closing = await findClosing(person.grant('account:view'))
  wait(getManifest(person.brand).graceDays)
  return closing?.certificateToken ?? ''
}

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

/** What erasing an account to the end proves of a brand's policy. */
const PROMISES: Readonly<Record<string, string>> = { 'we-app': '[WEA-11] ', 'wellborne-plus': '[WBP-18] ' }
const promised = BRAND_KEYS.map((brand) => [PROMISES[brand] ?? '', brand] as const)

describe('erasure', () => {
  it.each(promised)('%sof an account of %s leaves no planted value in any column of any table', async (_, brand) => {
    const person = await makePlanted(brand)
    const before = await asOwner((client) => findMarker(client, person.marker))
    // The search is worth something: it finds what was planted, in text, in JSON and in bytes.
    expect(before).toEqual(
      expect.arrayContaining([
        'account.ref',
        'profile.fields',
        'profile.sealed',
        'data_record.fields',
        'data_record.sealed',
        'session.ip',
        'sign_in_event.client',
        'upload.name',
        'device.name',
        'meter.serial',
        'charging_session.station',
        'support_session.reason',
        'rights_request.sealed_text',
        'payment.checkout_url',
        'outgoing_message.sealed',
        'export.storage_key',
      ]),
    )
    await cancelAndWait(person)
    expect(await erase(person)).toBe('erased')
    const after = await asOwner((client) => findMarker(client, person.marker))
    expect(after).toEqual([])
    expect(await openFile(`uploads/${person.marker}`)).toBeNull()
    const account = await database('system').account.findUniqueOrThrow({ where: { id: person.id } })
    expect(account).toMatchObject({
      state: 'erased',
      birthDate: null,
      passwordHash: null,
      zone: null,
      cameThrough: null,
    })
  })

  it('[ENB-11] keeps bill and payment fields for three years without the person, then removes them by itself', async () => {
    const person = await makePlanted('energybilling')
    const mine = { brand: 'energybilling', subjectId: person.id }
    const system = database('system')
    const bill = await system.bill.findFirstOrThrow({ where: mine, include: { lines: true } })
    const payment = await system.payment.findFirstOrThrow({ where: mine })
    expect(getManifest('energybilling').categories.find(({ key }) => key === 'bills')?.retention.days).toBe(1095)
    await cancelAndWait(person)
    const erasedAt = clock.now().getTime()
    await erase(person)
    const kept = () => system.bill.findUnique({ where: { id: bill.id }, include: { lines: true } })
    expect(await kept()).toMatchObject({ number: bill.number, totalMinor: bill.totalMinor, subjectId: null })
    expect((await kept())?.lines).toMatchObject([{ subjectId: null, meterId: null }])
    expect(await system.payment.findUnique({ where: { id: payment.id } })).toMatchObject({
      subjectId: null,
      checkoutUrl: null,
      amountMinor: payment.amountMinor,
    })
    expect(await system.bill.count({ where: mine })).toBe(0)
    clock.shift(0)
    const daysFromNow = (at: number) => (at - Date.now()) / DAY
    wait(daysFromNow(erasedAt) + 1094)
    await sweep()
    expect(await kept()).not.toBeNull()
    wait(daysFromNow(erasedAt) + 1096)
    await sweep()
    expect(await kept()).toBeNull()
    expect(await system.billLine.count({ where: { billId: bill.id } })).toBe(0)
    expect(await system.payment.findUnique({ where: { id: payment.id } })).toBeNull()
  })

  it('keeps proofs of consent under the tombstone for their time, and then removes them too', async () => {
    const person = await makePlanted('energybilling')
    const count = () => database('system').consentRecord.count({ where: { subjectId: person.id } })
    const refused = database('system').consentRecord.deleteMany({ where: { subjectId: person.id } })
    await expect(refused).rejects.toThrow(/append-only/)
    await cancelAndWait(person)
    await erase(person)
    await sweep()
    expect(await count()).toBeGreaterThan(0)
    wait(7 + 1097)
    await sweep()
    await sweep()
    expect(await count()).toBe(0)
    const over = await database('system').erasureEntry.findMany({
      where: { subjectId: person.id, cause: 'kept_until_over' },
    })
    expect(over.map((entry) => entry.category)).toContain('consents')
    expect(new Set(over.map((entry) => entry.category)).size).toBe(over.length)
  })

  it('[WEA-11] keeps sign-ins of We app against fraud for their days and no longer', async () => {
    const person = await makePlanted('we-app')
    const rows = () => database('system').signInEvent.findMany({ where: { subjectId: person.id } })
    await database('system').signInEvent.create({
      data: {
        brand: 'we-app',
        subjectId: person.id,
        outcome: 'success',
        method: 'password',
        ip: '192.0.2.1',
        client: 'Firefox',
        occurredAt: clock.now(),
      },
    })
    const token = await cancelAndWait(person)
    await erase(person)
    expect(await rows()).toMatchObject([{ ip: '192.0.2.1' }])
    const certificate = await findCertificate(
      issueGrant({ kind: 'anonymous', brand: 'we-app' }, 'certificates:view', { brand: 'we-app' }),
      token,
    )
    const log = certificate?.ends.find((end) => end.category === 'sign_in_log')
    expect(log).toMatchObject({ erased: 1, kept: 1, ground: 'fraud' })
    wait(181)
    await sweep()
    expect(await rows()).toEqual([])
  })

  it('[WEA-11] certifies what went and what stays, to whoever has the address, and says nothing about the person', async () => {
    const person = await makePlanted('we-app')
    const token = await cancelAndWait(person)
    const anyone = issueGrant({ kind: 'anonymous', brand: 'we-app' }, 'certificates:view', { brand: 'we-app' })
    expect(await findCertificate(anyone, token)).toBeNull()
    await erase(person)
    const certificate = await findCertificate(anyone, token)
    const keys = getManifest('we-app').categories.map((category) => category.key)
    expect(certificate?.ends.map((end) => end.category).toSorted()).toEqual(keys.toSorted())
    const bills = certificate?.ends.find((end) => end.category === 'bills')
    expect(bills).toMatchObject({ anonymised: 1, ground: 'law', until: expect.any(Date) })
    expect(certificate?.ends.find((end) => end.category === 'location')).toMatchObject({ erased: 1, ground: null })
    expect(JSON.stringify(certificate)).not.toContain(person.id)
    expect(await findCertificate(anyone, `${token}x`)).toBeNull()
    const other = issueGrant({ kind: 'anonymous', brand: 'we-lock' }, 'certificates:view', { brand: 'we-lock' })
    expect(await findCertificate(other, token)).toBeNull()
  })

  it('goes on from where it broke off, and once done changes nothing', async () => {
    const person = await makePlanted('we-lock')
    const system = database('system')
    await cancelAndWait(person)
    // The account's last part cannot be carried out: everything before it has been committed by then.
    await asOwner((client) =>
      client.query(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.id = '${person.id}' AND NEW.state = 'erased' THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER break_off BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION break_off()`),
    )
    await expect(erase(person)).rejects.toThrow('broken off')
    await asOwner((client) => client.query('DROP TRIGGER break_off ON account; DROP FUNCTION break_off()'))
    expect(await system.closure.count({ where: { subjectId: person.id, state: 'requested' } })).toBe(1)
    await expect(undoCancel(person.grant('account:undo-cancel'))).rejects.toMatchObject({
      code: 'retention.not_closing',
    })
    expect(await erase(person)).toBe('erased')
    expect(await asOwner((client) => findMarker(client, person.marker))).toEqual([])
    const entries = await system.erasureEntry.findMany({ where: { subjectId: person.id, cause: 'closing' } })
    expect(new Set(entries.map((entry) => entry.category)).size).toBe(entries.length)
    expect(await erase(person)).toBe('nothing_due')
    expect(await system.erasureEntry.count({ where: { subjectId: person.id, cause: 'closing' } })).toBe(entries.length)
    // The last message, to the address that is gone now, was queued once.
    const messages = await system.outgoingMessage.findMany({ where: { subjectId: person.id } })
    expect(messages.map((message) => message.kind)).toEqual(['retention.erased'])
  })

  it('waits for the days of grace, and does nothing when the closing was undone or begun anew', async () => {
    const person = await makePlanted('we-e-charge')
    await cancelAccount(person.grant('account:cancel'))
    expect(await erase(person)).toBe('nothing_due')
    wait(10)
    await undoCancel(person.grant('account:undo-cancel'))
    await cancelAccount(person.grant('account:cancel'))
    wait(15)
    // The job of the first closing comes round; the second one has nine days left.
    expect(await erase(person)).toBe('nothing_due')
    const account = await database('system').account.findUniqueOrThrow({ where: { id: person.id } })
    expect(account.state).toBe('closing')
    expect(await asOwner((client) => findMarker(client, person.marker))).toContain('account.ref')
  })

  it('removes an export that is being made meanwhile', async () => {
    const person = await makePlanted('we-app')
    await requestExport(person.grant('exports:request'), 'en')
    await cancelAndWait(person)
    await erase(person)
    expect(await database('system').export.count({ where: { subjectId: person.id } })).toBe(0)
  })
})

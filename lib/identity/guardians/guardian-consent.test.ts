import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inScope, issueGrant, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { renderSms } from '#lib/notifications/render-message.ts'
import { clock } from '#lib/platform/clock.ts'
import { unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { confirmTracked, findTracked, openPublicRequest } from '#lib/requests/index.ts'
import { requestToken } from '#lib/requests/without-account/contact.ts'
import { eraseChildAccount } from '#lib/retention/close-child-account.ts'
import { eraseAccount, withdrawAsGuardian } from '#lib/retention/index.ts'
import { createOperator, REASON } from '#lib/testing/request-world.ts'
import { askGuardian, decideAsGuardian, findGuardianQuestion } from '../index.ts'
import { findSubjectByIdentifier } from '../names/find-subject-by-identifier.ts'
import { normaliseIdentifier } from '../names/normalise-identifier.ts'
import { registerAccount } from '../sign-up/register-account.ts'
import { startSignUp } from '../sign-up/start-sign-up.ts'

const BRAND = 'energybilling'
const manifest = getManifest(BRAND)
const anyone = <P extends 'identity:sign-up' | 'guardians:decide' | 'requests:open-public' | 'requests:track'>(
  permission: P,
  brand = BRAND,
) => issueGrant({ kind: 'anonymous', brand }, permission, { brand })
const BORN = `${clock.now().getFullYear() - 11}-03-04`
const number = () => `+86 139 ${randomInt(10_000_000, 99_999_999)}`
const visitor = () => ({
  address: `192.0.2.${randomInt(1, 250)}`,
  client: 'test',
  locale: 'en' as const,
  session: null,
})

const signUp = (phone: string, birthDate = BORN) =>
  startSignUp(
    anyone('identity:sign-up'),
    {
      phone,
      birthDate,
      accept: 'on',
      policyVersion: manifest.policies.filter(({ effectiveOn }) => new Date(effectiveOn) <= clock.now()).at(-1)
        ?.version,
    },
    visitor(),
  )

/** Asks, and answers the secret of the link that the guardian gets. */
async function ask(child: string, birthDate = BORN): Promise<string> {
  const guardian = `guardian-${randomInt(1_000_000_000)}@example.org`
  await askGuardian(anyone('identity:sign-up'), { child, birthDate, guardian }, 'fr')
  const rows = await database('system').outgoingMessage.findMany({
    where: { brand: BRAND, kind: 'identity.guardian', sealed: { not: null } },
  })
  const contents = rows.map(({ id, sealed }) => JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)))
  const found = contents.find(({ to }) => to === guardian)
  expect(found).toMatchObject({ locale: 'fr', kind: 'identity.guardian' })
  return String(found.path).split('/').at(-1) ?? ''
}
const decide = (token: string, decision: 'agreed' | 'refused') =>
  decideAsGuardian(anyone('guardians:decide'), { token, decision, sure: 'on' })

describe('a child under fourteen', () => {
  it('[ENB-15] has an account only with a guardian who agreed by mail, and it is erased on that ground', async () => {
    const phone = number()
    await expect(signUp(phone)).rejects.toMatchObject({ code: 'identity.guardian_needed' })
    const token = await ask(phone)
    await expect(signUp(phone)).rejects.toMatchObject({ code: 'identity.guardian_needed' })
    await decide(token, 'agreed')
    // For this number and this date of birth, and for no other.
    await expect(signUp(number())).rejects.toMatchObject({ code: 'identity.guardian_needed' })
    await expect(signUp(phone, BORN.replace('-04', '-05'))).rejects.toMatchObject({ code: 'identity.guardian_needed' })
    expect(await signUp(phone)).toMatchObject({ kind: 'code' })
    const identifier = normaliseIdentifier(manifest, 'phone', phone)
    if (!identifier) throw new Error('no number')
    const grant = anyone('identity:sign-up')
    await inScope(grant, (tx) =>
      registerAccount(
        tx,
        grant,
        {
          identifiers: [identifier],
          passwordHash: null,
          birthDate: BORN,
          locale: 'en',
          policyVersion: manifest.policies[0]?.version ?? '',
        },
        visitor(),
      ),
    )
    const subject = (await findSubjectByIdentifier(database('system'), BRAND, phone)) ?? ''
    const kept = () => database('system').guardianConsent.count({ where: { subjectId: subject } })
    expect(await kept()).toBe(1)

    // Found later without agreement, or the agreement taken back: reported, and erased on that ground.
    const report = {
      kind: 'child_report',
      text: `My child has an account under ${phone}.`,
      email: 'g@example.org',
    } as const
    await openPublicRequest(anyone('requests:open-public'), report, 'en')
    const row = await database('system').rightsRequest.findFirstOrThrow({
      where: { brand: BRAND, kind: 'child_report', state: 'identity_asked' },
      orderBy: { id: 'desc' },
    })
    await confirmTracked(anyone('requests:track'), { token: requestToken(row.id) })
    const { grant: operator } = await createOperator()
    const erase = operator('requests:erase', BRAND)
    await eraseChildAccount(erase, { request: row.id, account: phone, text: REASON })
    await eraseAccount(systemGrant('test', 'retention:erase-account', { brand: BRAND, subject }))
    expect(await findSubjectByIdentifier(database('system'), BRAND, phone)).toBeNull()
    expect(await kept()).toBe(0)
    expect((await findTracked(anyone('requests:track'), requestToken(row.id)))?.state).toBe('answered')
  })

  it('[ENB-15] loses the account, stopped at once and erased, when the guardian takes the agreement back by the link', async () => {
    const phone = number()
    const token = await ask(phone)
    const takeBack = () => withdrawAsGuardian(anyone('guardians:decide'), { token })
    await expect(takeBack()).rejects.toMatchObject({ code: 'identity.guardian_gone' })
    await decide(token, 'agreed')
    const identifier = normaliseIdentifier(manifest, 'phone', phone)
    if (!identifier) throw new Error('no number')
    const grant = anyone('identity:sign-up')
    const of = { identifiers: [identifier], passwordHash: null, birthDate: BORN, locale: 'en' } as const
    const policyVersion = manifest.policies[0]?.version ?? ''
    await inScope(grant, (tx) => registerAccount(tx, grant, { ...of, policyVersion }, visitor()))
    const subject = (await findSubjectByIdentifier(database('system'), BRAND, phone)) ?? ''
    const stateOf = async () => (await database('system').account.findUniqueOrThrow({ where: { id: subject } })).state
    // The link outlives its two weeks where an account came of it.
    clock.shift(60 * 86_400_000)
    try {
      expect(await findGuardianQuestion(anyone('guardians:decide'), token)).toMatchObject({
        state: 'agreed',
        hasAccount: true,
      })
      const elsewhere = withdrawAsGuardian(anyone('guardians:decide', 'we-app'), { token })
      await expect(elsewhere).rejects.toMatchObject({ code: 'identity.guardian_gone' })
      await takeBack()
      expect(await stateOf()).toBe('suspended')
      expect(await database('system').session.count({ where: { subjectId: subject, revokedAt: null } })).toBe(0)
      await expect(takeBack()).rejects.toMatchObject({ code: 'identity.guardian_gone' })
      // The child has no mail address, and reads it in a text message with the address of the page.
      const texts = await database('system').outgoingMessage.findMany({
        where: { channel: 'sms', kind: 'retention.stopped', subjectId: null },
      })
      const told = texts.map(({ id, sealed }) =>
        JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)),
      )
      const last = told.at(-1)
      expect(last).toMatchObject({ kind: 'retention.stopped', values: { reason: 'guardian_withdrew' } })
      expect(renderSms(BRAND, last)).toContain(`/${BRAND}/request?kind=complaint`)
      await eraseAccount(systemGrant('test', 'retention:erase-account', { brand: BRAND, subject }))
      expect(await stateOf()).toBe('erased')
    } finally {
      clock.shift(0)
    }
    const mails = await database('system').outgoingMessage.findMany({ where: { kind: 'identity.guardian_withdrawn' } })
    const sent = mails.map(({ id, sealed }) => JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)))
    expect(sent.at(-1)).toMatchObject({ locale: 'fr', path: expect.stringMatching(/^\/energybilling\/certificate\//) })
    await expect(signUp(phone)).rejects.toMatchObject({ code: 'identity.guardian_needed' })
  })

  it('cannot sign up once an agreement was taken back before, and is left alone once it needs none', async () => {
    const phone = number()
    const token = await ask(phone)
    await decide(token, 'agreed')
    await withdrawAsGuardian(anyone('guardians:decide'), { token })
    await expect(signUp(phone)).rejects.toMatchObject({ code: 'identity.guardian_needed' })
    const later = await ask(number())
    await decide(later, 'agreed')
    const { id } = await database('system').guardianConsent.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await database('system').guardianConsent.update({ where: { id }, data: { birthDate: new Date('1990-01-01') } })
    const grown = withdrawAsGuardian(anyone('guardians:decide'), { token: later })
    await expect(grown).rejects.toMatchObject({ code: 'identity.guardian_grown' })
    expect(await findGuardianQuestion(anyone('guardians:decide'), later)).toMatchObject({ state: 'agreed' })
  })

  it('has none where the guardian refuses, and a question is decided once, in its brand and its time', async () => {
    const phone = number()
    const token = await ask(phone)
    expect(await findGuardianQuestion(anyone('guardians:decide', 'we-app'), token)).toBeNull()
    expect(await findGuardianQuestion(anyone('guardians:decide'), token)).toMatchObject({ state: 'asked' })
    await decide(token, 'refused')
    await expect(decide(token, 'agreed')).rejects.toMatchObject({ code: 'identity.guardian_gone' })
    await expect(signUp(phone)).rejects.toMatchObject({ code: 'identity.guardian_needed' })
    const late = await ask(number())
    try {
      clock.shift(15 * 86_400_000)
      expect(await findGuardianQuestion(anyone('guardians:decide'), late)).toBeNull()
      await expect(decide(late, 'agreed')).rejects.toMatchObject({ code: 'identity.guardian_gone' })
    } finally {
      clock.shift(0)
    }
  })

  it('is not asked for by whoever is old enough, nor in a form that cannot be', async () => {
    const input = { child: number(), birthDate: BORN, guardian: 'p@example.org' }
    const asking = (more: object) => askGuardian(anyone('identity:sign-up'), { ...input, ...more }, 'en')
    await expect(asking({ birthDate: '1990-01-01' })).rejects.toMatchObject({ code: 'identity.guardian_not_needed' })
    await expect(asking({ birthDate: '2990-01-01' })).rejects.toMatchObject({ code: 'identity.birth_date' })
    const own = asking({ child: 'Kid@Mail.example', guardian: 'kid@mail.example' })
    await expect(own).rejects.toMatchObject({ code: 'identity.guardian_same', details: { field: 'guardian' } })
    await expect(asking({ child: 'me' })).rejects.toMatchObject({ code: 'identity.contact_form' })
  })
})

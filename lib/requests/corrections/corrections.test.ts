import { randomInt } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { inScope, issueGrant, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { addIdentifier } from '#lib/identity/create-account.ts'
import {
  findSubjectByIdentifier,
  normaliseIdentifier,
  readIdentifiers,
  startIdentifierChange,
} from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { openFile } from '#lib/platform/storage/index.ts'
import { editProfile, readProfile } from '#lib/profile/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { createOperator, openAs, REASON } from '#lib/testing/request-world.ts'
import {
  acceptCorrection,
  answerRequest,
  getRequest,
  openEvidence,
  openRequest,
  proveValue,
  readQueued,
  refuseRequest,
  sendValueCode,
  showIdentity,
} from '../index.ts'
import { EVIDENCE_BYTES } from '../schema.ts'

const BRAND = 'energybilling'
const file = (begins: readonly number[] | string, size = 200) =>
  new Blob([typeof begins === 'string' ? begins : Uint8Array.from(begins), new Uint8Array(size)])
const blank = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false })
const blob = (bytes: Buffer) => new Blob([new Uint8Array(bytes)])
const PNG = blob(await blank().png().toBuffer())
const PHOTO = await blank()
  .jpeg()
  .withExif({ IFD0: { Make: 'Secret Camera', Artist: 'Wei' } })
  .toBuffer()
/** A number that nobody else has in this run. */
const number = () => `+86 138 ${randomInt(10_000_000, 99_999_999)}`

async function withPhone(phone: string): Promise<TestPerson> {
  const person = await createTestPerson(BRAND)
  const identifier = normaliseIdentifier(getManifest(BRAND), 'phone', phone)
  if (!identifier) throw new Error('no phone')
  const grant = systemGrant('test', 'demo:seed', { brand: BRAND })
  await inScope(grant, (tx) => addIdentifier(tx, grant, person.id, identifier, clock.now()))
  return person
}
const phonesOf = async ({ id }: TestPerson) =>
  (await readIdentifiers(database('system'), BRAND, id)).map(({ value }) => value)
const signsIn = (written: string) => findSubjectByIdentifier(database('system'), BRAND, written)
const ask = (person: TestPerson, value: string, evidence: Blob | undefined = PNG, fresh = true) => {
  const actor = { ...person.actor, authenticatedAt: clock.inMinutes(fresh ? 0 : -20) }
  return openRequest(issueGrant(actor, 'requests:open', { brand: BRAND }), {
    kind: 'correction',
    field: 'phone',
    text: 'I have another number now.',
    value,
    ...(evidence ? { evidence } : {}),
  })
}

const visitor = { address: '192.0.2.77', client: 'test', locale: 'en', session: null } as const
const sendCode = (person: TestPerson, request: string) =>
  sendValueCode(person.grant('requests:prove-value'), { request }, visitor)
/** The code that went to a number by text message. */
async function codeAt(to: string): Promise<string> {
  const rows = await database('system').outgoingMessage.findMany({ where: { channel: 'sms' }, orderBy: { id: 'desc' } })
  const sent = rows.map(({ id, sealed }) => JSON.parse(unseal(sealed ?? Buffer.alloc(0), `outgoing_message ${id}`)))
  return String(sent.find((message) => message.to === to.replaceAll(' ', '') && message.values.code)?.values.code)
}
async function prove(person: TestPerson, request: string, wanted: string) {
  const ticket = await sendCode(person, request)
  await proveValue(person.grant('requests:prove-value'), { ticket, code: await codeAt(wanted) })
}

afterEach(() => clock.shift(0))

describe('a locked field', () => {
  it('[ENB-06] of a phone number changes by no way but a request with an identity check, and then it does', async () => {
    const [old, wanted] = [number(), number()]
    const person = await withPhone(old)
    const alone = startIdentifierChange(person.grant('identifiers:change'), { kind: 'phone', value: wanted }, visitor)
    await expect(alone).rejects.toMatchObject({ code: 'identity.by_request' })
    const { grant } = await createOperator()
    const { id: request } = await ask(person, wanted, PNG, false)
    const accept = () => acceptCorrection(grant('requests:correct', BRAND), { request, text: REASON })
    // Before they showed who they are nothing is decided, however good the evidence.
    await expect(accept()).rejects.toMatchObject({ code: 'requests.not_now' })
    await showIdentity(person.grant('requests:show-identity'), { request })
    expect(await signsIn(wanted)).toBeNull()
    // Nor before a code that went to the new number came back: a slip of a digit would lock them out.
    await expect(accept()).rejects.toMatchObject({ code: 'requests.value_unproven' })
    const ticket = await sendCode(person, request)
    const enter = (who: TestPerson, code: string) => proveValue(who.grant('requests:prove-value'), { ticket, code })
    const other = await createTestPerson(BRAND)
    const code = await codeAt(wanted)
    await expect(enter(other, code)).rejects.toMatchObject({ code: 'identity.code_gone' })
    const again = await sendCode(person, request).catch((fault) => fault.code)
    expect(again).toBe('web.rate_limited')
    clock.shift(120_000)
    const fresh = await sendCode(person, request)
    const wrong = (await codeAt(wanted)) === '000000' ? '000001' : '000000'
    const typed = (text: string) => proveValue(person.grant('requests:prove-value'), { ticket: fresh, code: text })
    await expect(typed(wrong)).rejects.toMatchObject({ code: 'identity.code_wrong' })
    expect((await getRequest(person.grant('requests:view'), request)).valueProof).toBe('missing')
    expect(await typed(await codeAt(wanted))).toBe(request)
    expect((await getRequest(person.grant('requests:view'), request)).valueProof).toBe('shown')
    clock.shift(0)
    await accept()
    expect([await signsIn(wanted), await signsIn(old)]).toEqual([person.id, null])
    expect((await phonesOf(person)).map((phone) => phone.slice(-4))).toEqual([wanted.slice(-4)])
    expect((await getRequest(person.grant('requests:view'), request)).state).toBe('answered')
    await expect(accept()).rejects.toMatchObject({ code: 'requests.over' })
    // The number from before hears of it: who took over an account is not the only one who knows.
    const told = await database('system').outgoingMessage.findMany({ where: { subjectId: person.id } })
    expect(told.map(({ kind, channel }) => [kind, channel])).toContainEqual(['identity.identifier_changed', 'sms'])
  })

  it('stays as it was where staff refuse, or another account has the value', async () => {
    const [old, taken] = [number(), number()]
    const [person, other] = [await withPhone(old), await withPhone(taken)]
    const { grant } = await createOperator()
    const { id: refused } = await ask(person, number())
    await refuseRequest(grant('requests:handle', BRAND), { request: refused, reason: 'abuse', text: REASON })
    // No code to another's number ever fits; its owner is told, and the person here learns nothing.
    const { id: request } = await ask(person, taken)
    const ticket = await sendCode(person, request)
    expect(await codeAt(taken)).toBe('undefined')
    for (const code of ['000000', '123456']) {
      const guessed = proveValue(person.grant('requests:prove-value'), { ticket, code })
      await expect(guessed).rejects.toMatchObject({ code: 'identity.code_wrong' })
    }
    // Nor one that somebody else took between the code and the decision.
    const raced = number()
    const { id: late } = await ask(person, raced)
    await prove(person, late, raced)
    const third = await withPhone(raced)
    const accepted = acceptCorrection(grant('requests:correct', BRAND), { request: late, text: REASON })
    await expect(accepted).rejects.toMatchObject({ code: 'requests.value_taken' })
    expect(await signsIn(raced)).toBe(third.id)
    expect([await signsIn(old), await signsIn(taken)]).toEqual([person.id, other.id])
    expect((await getRequest(person.grant('requests:view'), request)).state).toBe('received')
  })

  it('is asked for with a value that can stand there and a file that is what it is, whatever it is called', async () => {
    const person = await withPhone(number())
    for (const value of ['', '12', 'my new number', '+86 1'])
      await expect(ask(person, value)).rejects.toMatchObject({
        code: 'requests.value_form',
        details: { field: 'value' },
      })
    const refusal = (evidence: Blob | undefined) =>
      ask(person, number(), evidence).then(
        () => 'taken',
        (fault) => fault.code,
      )
    const byContent = {
      nothing: new Blob([]),
      'a page called photo.png': new File(['<html><script>'], 'photo.png', { type: 'image/png' }),
      'an SVG': file('<svg xmlns="http://www.w3.org/2000/svg">'),
      'a program': file([0x4d, 0x5a, 0x90]),
      'a GIF': file('GIF89a'),
      'too much': file('%PDF-1.7', EVIDENCE_BYTES),
      'a PDF': file('%PDF-1.7'),
      'a photo': blob(PHOTO),
      'half a photo': blob(PHOTO.subarray(0, PHOTO.length - 200)),
      'a photo without a picture': file([0xff, 0xd8, 0xff, 0xe0]),
      'a picture that unfolds to more than anybody can open': blob(await blank(10_000, 9_000).png().toBuffer()),
    }
    const found: Record<string, string> = {}
    for (const [what, evidence] of Object.entries(byContent)) found[what] = await refusal(evidence)
    expect(found).toEqual({
      nothing: 'requests.evidence_missing',
      'a page called photo.png': 'requests.evidence_kind',
      'an SVG': 'requests.evidence_kind',
      'a program': 'requests.evidence_kind',
      'a GIF': 'requests.evidence_kind',
      'too much': 'requests.evidence_too_large',
      'a PDF': 'taken',
      'a photo': 'taken',
      'half a photo': 'pictures.broken',
      'a photo without a picture': 'pictures.broken',
      'a picture that unfolds to more than anybody can open': 'pictures.too_many_pixels',
    })
  })

  it('shows its evidence to who decides, on record, and to nobody of another brand', async () => {
    const person = await withPhone(number())
    const { grant } = await createOperator()
    const { id } = await ask(person, number())
    const { evidence, value } = await readQueued(grant('requests:queue', BRAND), id)
    expect(value).toMatch(/^\+86138/)
    const opened = await openEvidence(grant('requests:queue', BRAND), evidence[0]?.id ?? '')
    expect(opened).toMatchObject({ mediaType: 'image/png', bytes: PNG.size })
    expect(await buffer(opened.content)).toEqual(Buffer.from(await PNG.arrayBuffer()))
    const foreign = openEvidence(grant('requests:queue', 'we-app'), evidence[0]?.id ?? '')
    await expect(foreign).rejects.toMatchObject({ code: 'requests.not_found' })
    const looks = await database('system').auditEvent.count({
      where: { subjectId: person.id, name: 'request.evidence_viewed', actorKind: 'staff' },
    })
    expect(looks).toBe(1)
    const photo = await ask(person, number(), blob(PHOTO))
    const [shown] = (await readQueued(grant('requests:queue', BRAND), photo.id)).evidence
    const seen = await buffer((await openEvidence(grant('requests:queue', BRAND), shown?.id ?? '')).content)
    expect((await sharp(seen).metadata()).exif).toBeUndefined()
    expect(PHOTO.includes('Secret Camera') && !seen.includes('Secret Camera')).toBe(true)
    const [stored] = await database('system').requestEvidence.findMany({ where: { requestId: id } })
    expect(await openFile(stored?.storageKey ?? 'none/none')).not.toBeNull()
  })
})

describe('a correction', () => {
  it('of anything else keeps the value and the file that came along, and is decided like any request', async () => {
    const person = await createTestPerson(BRAND)
    const { grant } = await createOperator()
    const actor = { ...person.actor, authenticatedAt: clock.inMinutes(-20) }
    const { id } = await openRequest(issueGrant(actor, 'requests:open', { brand: BRAND }), {
      kind: 'correction',
      field: 'other',
      text: 'My meter is in the wrong street.',
      value: '12 Long Street',
      evidence: PNG,
    })
    const shown = { state: 'received', field: null, value: '12 Long Street', valueProof: null }
    expect(await getRequest(person.grant('requests:view'), id)).toMatchObject(shown)
    const { evidence } = await readQueued(grant('requests:queue', BRAND), id)
    expect(evidence).toEqual([expect.objectContaining({ mediaType: 'image/png' })])
    const correct = acceptCorrection(grant('requests:correct', BRAND), { request: id, text: REASON })
    await expect(correct).rejects.toMatchObject({ code: 'requests.nothing_to_correct' })
    await answerRequest(grant('requests:handle', BRAND), { request: id, text: REASON })
  })

  it('[WBP-15] is made directly by the person, or by request where they cannot do it themselves', async () => {
    const person = await createTestPerson('wellborne-plus')
    await editProfile(person.grant('profile:edit'), { nickname: 'Right name' })
    const { fields } = await readProfile(person.grant('profile:view'), 'en')
    expect(fields.find(({ key }) => key === 'nickname')?.value).toBe('Right name')
    const { grant } = await createOperator()
    const request = await openAs(person, 'correction', 'The energy of my session of the third is wrong.')
    await answerRequest(grant('requests:handle', person.brand), { request, text: 'The session was read anew.' })
    expect(await getRequest(person.grant('requests:view'), request)).toMatchObject({ state: 'answered' })
  })

  it('of a date of birth changes it, by decision, in a brand that keeps one', async () => {
    const person = await createTestPerson('we-lock')
    const { grant } = await createOperator()
    const input = { kind: 'correction', field: 'birth_date', text: 'a slip', evidence: PNG } as const
    const wrong = openRequest(person.grant('requests:open'), { ...input, value: '31/12/1990' })
    await expect(wrong).rejects.toMatchObject({ code: 'requests.value_form' })
    const { id: request } = await openRequest(person.grant('requests:open'), { ...input, value: '1990-12-31' })
    await acceptCorrection(grant('requests:correct', 'we-lock'), { request, text: REASON })
    const account = await database('system').account.findUniqueOrThrow({ where: { id: person.id } })
    expect(account.birthDate?.toISOString().slice(0, 10)).toBe('1990-12-31')
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueGrant, type Permission, type StaffActor, systemGrant } from '#lib/access/index.ts'
import {
  acknowledgeAnnouncement,
  findAnnouncement,
  listAnnouncements,
  listTold,
  sendAnnouncement,
} from '#lib/announcements/index.ts'
import { approveOperation, requestApproval } from '#lib/approvals/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { localTime } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { sendWaiting, startCarriers } from '#lib/testing/carriers.ts'
import { somebody } from '#lib/testing/governed-brand.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import {
  chooseAffected,
  countAffected,
  getIncident,
  listIncidents,
  listLetters,
  markReported,
  notifyIncidentOperation,
  postLetters,
  readDeliveries,
  recordIncident,
  regulatorReport,
} from './index.ts'
import { INCIDENT_TEXTS, RecordIncident, textField } from './schema.ts'

const REASON = 'The law asks for it without delay'
let carriers: Awaited<ReturnType<typeof startCarriers>>

beforeAll(async () => {
  carriers = await startCarriers()
  await useOwnDatabase()
})
afterAll(() => carriers.stop())
afterEach(() => clock.shift(0))

/** A record of the category, so many days ago. */
async function record(brand: string, subjectId: string, category: string, days: number) {
  await database('system').dataRecord.create({
    data: {
      brand,
      subjectId,
      category,
      source: 'phone_app',
      senderId: randomUUID(),
      contentHash: Buffer.from('x'),
      occurredAt: clock.inDays(-days),
      fields: {},
    },
  })
}

function form(brand: string, more: Record<string, string> = {}) {
  const texts = INCIDENT_TEXTS.flatMap((text) =>
    LOCALES.map((locale) => [textField(text, locale), `${text} in ${locale} of ${brand}`]),
  )
  const { day, minute } = localTime(clock.inMinutes(-60), getManifest(brand).zone)
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return { knownAt: `${day}T${time}`, confidentiality: 'on', records: '250', ...Object.fromEntries(texts), ...more }
}

const BRANDS = [
  ['WBP-13', 'wellborne-plus'],
  ['ENB-10', 'energybilling'],
] as const

describe.each(BRANDS)('[%s] an incident of %s', (_, brand) => {
  const category = getManifest(brand).categories.find(({ shape }) => shape === 'record')?.key ?? ''
  let security: StaffActor
  let colleague: StaffActor
  const as = <P extends Permission>(staff: StaffActor, permission: P) =>
    issueGrant({ ...staff, authenticatedAt: clock.now() }, permission, { brand })

  beforeAll(async () => {
    security = await createTestStaff('security_manager')
    colleague = await createTestStaff('data_operator')
  })

  it('is recorded, those affected picked by query, told with a second person, tracked, published and reported', async () => {
    const [mail, phone, nobody] = [
      await somebody(brand, 'email', 'fr'),
      await somebody(brand, 'phone', 'zh-CN'),
      await somebody(brand, null),
    ]
    const [before, untouched] = [await somebody(brand, 'email'), await somebody(brand, 'email')]
    for (const { id } of [mail, phone, nobody]) await record(brand, id, category, 3)
    await record(brand, before.id, category, 30)

    const manage = as(security, 'incidents:manage')
    const id = await recordIncident(manage, RecordIncident.parse(form(brand)))
    const day = (days: number) => clock.inDays(days).toISOString().slice(0, 10)
    const query = { category, from: day(-5), to: day(0), region: getManifest(brand).storage.region }
    expect(await countAffected(manage, query)).toBe(3)
    expect(await countAffected(manage, { ...query, region: 'XX' })).toBe(0)
    expect(await countAffected(manage, { ...query, deviceKind: 'phone' })).toBe(0)
    await chooseAffected(manage, { incident: id, ...query })

    const { digest } = await getIncident(manage, id)
    const ask = () =>
      requestApproval(as(security, 'approvals:request'), notifyIncidentOperation, {
        input: { incident: id, digest },
        reason: REASON,
      })
    expect(() => as(security, 'incidents:notify')).toThrow('access.approval')
    const approval = await ask()
    const decide = (staff: StaffActor) =>
      approveOperation(as(staff, 'approvals:decide'), [notifyIncidentOperation], { approval })
    await expect(decide(security)).rejects.toMatchObject({ code: 'approvals.own' })
    expect(await decide(colleague)).toMatchObject({ state: 'done' })

    const { id: announcement } = await database('system').announcement.findFirstOrThrow({ where: { sourceId: id } })
    const job = systemGrant('test', 'announcements:send', { brand })
    await sendAnnouncement(job, announcement)
    await sendAnnouncement(job, announcement)
    const view = as(security, 'incidents:view')
    const deliveries = async () => {
      const page = await readDeliveries(view, id, { limit: 10 })
      return Object.fromEntries((page?.rows ?? []).map((row) => [row.subject, `${row.channel} ${row.state}`]))
    }
    const people = { [mail.id]: 'mail waiting', [phone.id]: 'sms waiting', [nobody.id]: 'none unreachable' }
    expect(await deliveries()).toEqual(people)
    await sendWaiting(brand, [mail.id, phone.id, nobody.id, untouched.id, before.id])
    expect(await deliveries()).toEqual({ ...people, [mail.id]: 'mail sent', [phone.id]: 'sms sent' })
    expect(carriers.mails.filter(({ to }) => to === mail.value)).toHaveLength(1)
    const text = carriers.mails.find(({ to }) => to === mail.value)?.text ?? ''
    for (const part of INCIDENT_TEXTS) expect(text).toContain(`${part} in fr of ${brand}`)
    expect(text).toContain(`/${brand}/announcements/${announcement}`)
    expect(carriers.texts.some(({ text: sms }) => sms.includes(`title in zh-CN of ${brand}`))).toBe(true)
    expect(carriers.mails.some(({ to }) => to === untouched.value || to === before.value)).toBe(false)

    const letters = await listLetters(as(security, 'incidents:letters'), id)
    expect(letters.map(({ account }) => account)).toEqual([nobody.ref])
    await postLetters(manage, id)
    expect((await deliveries())[nobody.id]).toBe('none letter')
    await expect(postLetters(manage, id)).rejects.toMatchObject({ code: 'incidents.no_letters' })

    // In the portal too, until the person says that they have read it.
    const person = {
      ...(await createTestPerson(brand)).actor,
      id: mail.id,
    }
    const told = () => listTold(issueGrant(person, 'announcements:view', { brand }))
    expect(await told()).toMatchObject([{ id: announcement, seenAt: null }])
    await acknowledgeAnnouncement(issueGrant(person, 'announcements:acknowledge', { brand }), { announcement })
    expect((await told())[0]?.seenAt).toBeInstanceOf(Date)
    const other = { ...person, id: untouched.id }
    await expect(
      acknowledgeAnnouncement(issueGrant(other, 'announcements:acknowledge', { brand }), { announcement }),
    ).rejects.toMatchObject({ code: 'announcements.not_found' })

    // Public, for whoever could not be reached.
    const anyone = issueGrant({ kind: 'anonymous', brand }, 'announcements:read', { brand })
    expect((await listAnnouncements(anyone)).map((one) => one.id)).toContain(announcement)
    const published = await findAnnouncement(anyone, announcement)
    expect(published?.content.sections.map(({ key }) => key)).toEqual([
      'happened',
      'impact',
      'measures',
      'advice',
      'remedies',
    ])
    const elsewhere = issueGrant({ kind: 'anonymous', brand: 'we-lock' }, 'announcements:read', { brand: 'we-lock' })
    expect(await findAnnouncement(elsewhere, announcement)).toBeNull()

    const report = await regulatorReport(view, id)
    expect(report).toMatchObject({
      nature: { losses: ['confidentiality'], people: 3, records: 250 },
      contact: { email: getManifest(brand).controller.email },
      consequences: { en: `impact in en of ${brand}` },
      measures: { fr: `measures in fr of ${brand}` },
      clock: { hours: 72, reportedAt: null, late: false },
      told: { deliveries: { sent: 2, letter: 1, unreachable: 0, seen: 1 } },
    })
    expect(report.clock.due.getTime() - report.nature.knownAt.getTime()).toBe(72 * 3_600_000)
    await markReported(manage, { incident: id })
    expect((await getIncident(manage, id)).reportedAt).toBeInstanceOf(Date)
  })

  it('is told as it was approved: a text or a query changed since is not sent', async () => {
    const person = await somebody(brand, 'email')
    await record(brand, person.id, category, 1)
    const manage = as(security, 'incidents:manage')
    const id = await recordIncident(manage, RecordIncident.parse(form(brand)))
    await chooseAffected(manage, { incident: id, category })
    const { digest } = await getIncident(manage, id)
    const approval = await requestApproval(as(security, 'approvals:request'), notifyIncidentOperation, {
      input: { incident: id, digest },
      reason: REASON,
    })
    await recordIncident(manage, RecordIncident.parse(form(brand, { incident: id, impact_en: 'Nothing at all.' })))
    const outcome = await approveOperation(as(colleague, 'approvals:decide'), [notifyIncidentOperation], { approval })
    expect(outcome).toMatchObject({ state: 'failed', code: 'incidents.changed' })
    expect(await database('system').announcement.count({ where: { sourceId: id } })).toBe(0)
    expect(
      (await listIncidents(as(security, 'incidents:view'), { limit: 100 })).find((one) => one.id === id)?.state,
    ).toBe('draft')
  })

  it('cannot be changed once people were told, not even past the verbs', async () => {
    const told = await database('system').incident.findFirstOrThrow({ where: { brand, state: 'told' } })
    const input = RecordIncident.parse(form(brand, { incident: told.id }))
    await expect(recordIncident(as(security, 'incidents:manage'), input)).rejects.toMatchObject({
      code: 'incidents.told',
    })
    await expect(
      database('system').incident.update({ where: { id: told.id }, data: { texts: {} }, select: { id: true } }),
    ).rejects.toThrow(/told of this already/)
  })

  it('asks why, once the 72 hours are over', async () => {
    const manage = as(security, 'incidents:manage')
    const id = await recordIncident(manage, RecordIncident.parse(form(brand)))
    clock.shift(73 * 3_600_000)
    const later = as(security, 'incidents:manage')
    expect((await getIncident(later, id)).late).toBe(true)
    await expect(markReported(later, { incident: id })).rejects.toMatchObject({ code: 'incidents.late_reason' })
    await markReported(later, { incident: id, lateReason: 'We first had to find out what was read.' })
    expect(await getIncident(later, id)).toMatchObject({ late: true, lateReason: expect.stringContaining('find out') })
  })

  it('needs every text in every language, one loss, and times that can be', async () => {
    const manage = as(security, 'incidents:manage')
    expect(RecordIncident.safeParse(form(brand, { advice_fr: ' ' })).success).toBe(false)
    const { confidentiality: __, ...nothingLost } = form(brand)
    await expect(recordIncident(manage, RecordIncident.parse(nothingLost))).rejects.toMatchObject({
      code: 'incidents.no_loss',
    })
    const future = RecordIncident.parse(form(brand, { knownAt: '2099-01-01T10:00' }))
    await expect(recordIncident(manage, future)).rejects.toMatchObject({ code: 'incidents.in_future' })
    for (const role of ['support', 'data_operator', 'auditor'] as const)
      expect(() => issueGrant({ ...security, role }, 'incidents:manage', { brand })).toThrow('access.not_found')
  })
})

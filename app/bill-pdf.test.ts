import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { issueApprovedGrant } from '#lib/access/approved-grant.ts'
import { cancelBill } from '#lib/billing/cancel-bill.ts'
import { type BillView, getBill, openBillDocument } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES, type Locale } from '#lib/platform/i18n/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import { createBilledPerson, issueTestBill, meterTestUse } from '#lib/testing/billed-person.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { billPdf, creditNotePdf, receiptPdf } from './bill-pdf.ts'
import { billSheet } from './bill-sheet.ts'
import { creditNoteSheet } from './credit-note-sheet.ts'

const BRAND = 'energybilling'

async function billed(): Promise<BillView> {
  const { person, bill } = await createBilledPerson(BRAND)
  return getBill(person.grant('bills:view'), bill.id)
}

/** A bill of one line in any currency; the manifests of the five brands know three. */
async function billIn(currency: string, netMinor: bigint, vatMinor: bigint): Promise<BillView> {
  const person = await createTestPerson(BRAND)
  const of = { brand: BRAND, subjectId: person.id }
  const [startsOn, endsOn] = [new Date('2026-10-01'), new Date('2026-11-01')]
  const figures = { netMinor, vatMinor }
  const { id } = await database('system').bill.create({
    data: {
      ...of,
      ...figures,
      currency,
      periodStart: startsOn,
      periodEnd: endsOn,
      issuedOn: endsOn,
      dueOn: endsOn,
      payableOn: endsOn,
      totalMinor: netMinor + vatMinor,
      lines: {
        create: [
          {
            ...of,
            ...figures,
            position: 1,
            kind: 'energy',
            tariff: 'electricity',
            utility: 'electricity',
            startsOn,
            endsOn,
            quantity: 1_234_567n,
            unit: 'Wh',
            rate: '0.5432',
            vatPercent: '19',
          },
        ],
      },
    },
  })
  await database('system').bill.update({ where: { id }, data: { state: 'issued', number: `TEST-${id}` } })
  return getBill(person.grant('bills:view'), id)
}

/** Text as it can be compared: languages put spaces of many widths between digits. */
const plain = (text: string) => text.replace(/[\s\u00a0\u202f\u2009]/g, '')

async function textOf(bytes: Buffer): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  return plain(text)
}

/** The kinds of the elements of a structure, in the order in which they are read. */
function rolesOf(node: object | null): string[] {
  if (!node) return []
  const role = 'role' in node && typeof node.role === 'string' ? [node.role] : []
  const children = 'children' in node && Array.isArray(node.children) ? node.children : []
  return [...role, ...children.flatMap(rolesOf)]
}

describe('the PDF of a bill', () => {
  it.each(LOCALES)('says in %s what its page says, figure by figure', async (locale) => {
    const bill = await billed()
    const sheet = billSheet(bill, BRAND, locale)
    const text = await textOf(await billPdf(bill, BRAND, locale))
    const expected = [
      sheet.title,
      ...sheet.facts.flatMap(({ term, value }) => [term, value]),
      ...[sheet.lines, sheet.vat].flatMap(({ columns, rows, footer = [] }) => [
        ...columns.map(({ label }) => label),
        ...rows.flat().flatMap(({ text: cell, note = '' }) => [cell, note]),
        ...footer,
      ]),
      ...sheet.totals.flatMap(({ term, value }) => [term, value]),
      getManifest(BRAND).controller.address[locale],
    ]
    for (const words of expected) expect(text).toContain(plain(words))
  })

  it('lets its reader come from the litres of gas to what they are billed for', async () => {
    const person = await createTestPerson(BRAND)
    await meterTestUse(person, { utility: 'gas', unit: 'l', quantity: 30_000n })
    const { id = '' } = (await issueTestBill(person)) ?? {}
    const bill = await getBill(person.grant('bills:view'), id)
    // 30 m³ × 39.2 MJ/m³ ÷ 3.6
    expect(bill.lines[0]?.quantity).toBe(326_667n)
    const text = async (locale: Locale) => textOf(await billPdf(bill, BRAND, locale))
    expect(await text('en')).toContain(plain('30 m³ × 1 × 39.2 MJ/m³ ÷ 3.6'))
    expect(await text('fr')).toContain(plain('30 m³ × 1 × 39,2 MJ/m³ ÷ 3,6'))
  })

  it('is tagged: language, title, headings, tables with headers, in the order in which it is read', async () => {
    const bytes = await billPdf(await billed(), BRAND, 'zh-CN')
    const proxy = await getDocumentProxy(new Uint8Array(bytes))
    const { info } = await getMeta(proxy)
    expect(info).toMatchObject({ Language: 'zh-CN', Title: expect.stringContaining('ENB-') })
    expect(await proxy.getMarkInfo()).toMatchObject({ Marked: true })
    const roles = rolesOf(await (await proxy.getPage(1)).getStructTree())
    expect(roles.filter((role) => /^(H1|H2|Table|L)$/.test(role))).toEqual([
      'H1',
      'L',
      'H2',
      'Table',
      'Table',
      'H2',
      'Table',
    ])
    expect(roles.filter((role) => role === 'TH').length).toBeGreaterThan(6)
    expect(bytes.includes('pdfuaid:part')).toBe(true)
    expect(bytes.includes('/Helvetica')).toBe(false)
  })

  it('is the same to the byte each time, and for the same day', async () => {
    const bill = await billed()
    const [first, second] = [await billPdf(bill, BRAND, 'fr'), await billPdf(bill, BRAND, 'fr')]
    expect(first.equals(second)).toBe(true)
  })

  it('goes on over pages where a bill is long, and sets what no font has as a question mark', async () => {
    const bill = await billed()
    const [line] = bill.lines
    if (!line) throw new Error('the bill has lines')
    const lines = Array.from({ length: 90 }, (_, index) => ({
      ...line,
      id: String(index),
      place: `家 ${index} \u{10ffff}`,
    }))
    const proxy = await getDocumentProxy(new Uint8Array(await billPdf({ ...bill, lines }, BRAND, 'zh-CN')))
    expect(proxy.numPages).toBeGreaterThan(2)
    const { text } = await extractText(proxy, { mergePages: true })
    for (const index of [0, 45, 89]) expect(plain(text)).toContain(`家${index}?`)
  })
})

describe('the PDF of a credit note', () => {
  async function takenBack() {
    const { person, bill } = await createBilledPerson(BRAND)
    const staff = issueApprovedGrant(
      await createTestStaff('data_operator'),
      'bills:cancel',
      { brand: BRAND },
      randomUUID(),
    )
    await cancelBill(staff, { billId: bill.id, reason: 'wrong_reading' })
    const view = await getBill(person.grant('bills:view'), bill.id)
    if (!view.creditNote) throw new Error('the bill was not taken back')
    return { person, view: { ...view, creditNote: view.creditNote } }
  }

  it.each(LOCALES)('says in %s what it takes back, with every sign turned, and is tagged', async (locale) => {
    const { view } = await takenBack()
    const sheet = creditNoteSheet(view, BRAND, locale)
    const bytes = await creditNotePdf(view, BRAND, locale)
    const text = await textOf(bytes)
    const words = [
      sheet.title,
      sheet.lead,
      ...sheet.facts.flatMap(({ term, value }) => [term, value]),
      ...[sheet.lines, sheet.vat].flatMap(({ rows, footer = [] }) => [
        ...rows.flat().map((cell) => cell.text),
        ...footer,
      ]),
      ...sheet.totals.map(({ value }) => value),
    ]
    for (const word of words) expect(text).toContain(plain(word))
    expect(sheet.totals[0]?.value).toBe(formatMoney(-view.totalMinor, view.currency, locale))
    expect(sheet.lines.footer?.[4]).toBe(formatMoney(-view.netMinor, view.currency, locale))
    const proxy = await getDocumentProxy(new Uint8Array(bytes))
    const roles = rolesOf(await (await proxy.getPage(1)).getStructTree())
    expect(roles.filter((role) => /^(H1|H2|L)$/.test(role))).toEqual(['H1', 'L', 'H2', 'H2'])
    expect(bytes.includes('pdfuaid:part')).toBe(true)
  })

  it('is its person’s alone, recorded when it is taken along, and there is none for a bill that stands', async () => {
    const { person, view } = await takenBack()
    const other = await createTestPerson(BRAND)
    const document = 'credit_note'
    await openBillDocument(person.grant('bills:view'), { billId: view.id, document })
    const events = await database('system').auditEvent.findMany({ where: { target: view.id, name: 'bill.downloaded' } })
    expect(events).toMatchObject([{ detail: { document } }])
    for (const [who, billId] of [
      [other, view.id],
      [person, (await createBilledPerson(BRAND)).bill.id],
    ] as const)
      await expect(openBillDocument(who.grant('bills:view'), { billId, document })).rejects.toMatchObject({
        code: 'billing.not_found',
      })
    const standing = await createBilledPerson(BRAND)
    await expect(
      openBillDocument(standing.person.grant('bills:view'), { billId: standing.bill.id, document }),
    ).rejects.toMatchObject({ code: 'billing.not_found' })
  })
})

describe('the PDF of a receipt', () => {
  it('says what was paid, when, and by whose number', async () => {
    const bill = await billed()
    const payment = {
      id: 'p',
      method: 'alipay' as const,
      amountMinor: bill.totalMinor,
      currency: bill.currency,
      state: 'succeeded' as const,
      failure: null,
      createdAt: new Date('2026-11-05T08:00:00Z'),
      settledAt: new Date('2026-11-05T08:00:00Z'),
      captureId: 'pi_123',
      opened: true,
    }
    const text = await textOf(await receiptPdf({ bill: { ...bill, openMinor: 0n }, payments: [payment] }, BRAND, 'en'))
    for (const words of ['Receipt', 'paid in full', 'Alipay', 'pi_123', '5 Nov 2026, 16:00'])
      expect(text).toContain(plain(words))
  })
})

describe('sums', () => {
  const CASES: readonly (readonly [string, bigint, bigint, Readonly<Record<Locale, string>>])[] = [
    ['CNY', 123_456n, 16_049n, { en: 'CN¥1,395.05', 'zh-CN': '¥1,395.05', fr: '1395,05CNY' }],
    ['EUR', 123_456n, 23_457n, { en: '€1,469.13', 'zh-CN': '€1,469.13', fr: '1469,13€' }],
    ['USD', 123_456n, 0n, { en: 'US$1,234.56', 'zh-CN': 'US$1,234.56', fr: '1234,56$US' }],
    ['JPY', 123_456n, 12_346n, { en: 'JP¥135,802', 'zh-CN': 'JP¥135,802', fr: '135802JPY' }],
    ['KWD', 123_456n, 1n, { en: 'KWD123.457', 'zh-CN': 'KWD123.457', fr: '123,457KWD' }],
  ]
  it.each(CASES)(
    'in %s have the decimals of the currency, on the page and in the PDF',
    async (currency, net, vat, words) => {
      const bill = await billIn(currency, net, vat)
      for (const locale of LOCALES) {
        const [total] = billSheet(bill, BRAND, locale).totals
        expect(plain(total?.value ?? '')).toBe(words[locale])
        expect(await textOf(await billPdf(bill, BRAND, locale))).toContain(words[locale])
      }
    },
  )
})

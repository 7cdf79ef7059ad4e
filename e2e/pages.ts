import type { Page } from '@playwright/test'
import type { Brand } from './brands.ts'
import { expect } from './fixtures.ts'

/** Every page of a brand for whoever is not signed in. */
export function openPages({ key, signUp, earlierPolicy }: Brand): string[] {
  const paths = [
    '',
    '/policy',
    `/policy/${earlierPolicy}`,
    '/policy/versions',
    '/policy/compare',
    '/purposes',
    '/recipients',
    '/data',
    '/permissions',
  ]
  return [
    ...paths,
    '/cookies',
    '/announcements',
    '/contact',
    '/request',
    '/request/sent',
    ...(key === 'energybilling' ? ['/guardian', '/guardian/sent'] : []),
    '/sign-in',
    '/sign-up',
    ...(signUp.password ? ['/recover'] : []),
  ].map((path) => `/${key}${path}`)
}

const PLACES = [
  '',
  '/data',
  '/devices',
  '/devices/add',
  '/choices',
  '/choices/history',
  '/choices/deliveries',
  '/choices/recipients',
  '/choices/permissions',
  '/bills',
  '/payment-methods',
  '/usage',
  '/usage/cost',
  '/account',
  '/account/export',
  '/account/sessions',
  '/profile',
  '/policy',
  '/requests',
  '/requests/new/correction',
  '/access-log',
  '/announcements',
  '/confirm',
]

/** Every page of a demo person: the places, each category, and of devices, bills and receipts one each. */
export async function personPages(page: Page, { key, categories }: Brand): Promise<string[]> {
  const me = `/${key}/me`
  const device = await firstAddress(page, `${me}/devices`, new RegExp(`^${me}/devices/[0-9a-f-]{36}$`))
  const bills = await addresses(page, `${me}/bills`, new RegExp(`^${me}/bills/[0-9a-f-]{36}$`))
  // The last one listed was paid long ago: it has a receipt.
  const paid = bills.at(-1) ?? ''
  return [
    ...PLACES.map((path) => me + path),
    ...categories.map((category) => `${me}/data/${category}`),
    device,
    bills[0] ?? '',
    paid,
    `${paid}/receipt`,
  ]
}

export async function addresses(page: Page, path: string, wanted: RegExp): Promise<string[]> {
  await page.goto(path)
  const links = page.getByRole('main').getByRole('link')
  await expect(links.first()).toBeVisible()
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(hrefs.filter((href) => wanted.test(href)))]
}

export async function firstAddress(page: Page, path: string, wanted: RegExp): Promise<string> {
  const [first] = await addresses(page, path, wanted)
  if (!first) throw new Error(`${path} leads to nothing like ${wanted}`)
  return first
}

import type { NextRequest, NextResponse } from 'next/server'
import { issueGrant, limitRate } from '#lib/access/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import { sessionCookie } from '#lib/identity/session-cookie.ts'
import { log } from '#lib/platform/log.ts'
import { networkOf } from '#lib/platform/network/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import {
  CHOICE_COOKIE,
  campaignIn,
  cookieOf,
  countCampaign,
  countedPage,
  countView,
  maxAgeOf,
  privacySignal,
  readChoice,
} from '#lib/tracking/index.ts'
import { addressIn } from './client-address.ts'

/** The browser chooses its number and the words of the address itself: without a limit it would choose new ones for ever. */
const PER_NETWORK = { times: 600, minutes: 60 }

/**
 * Counts the visit of a page, in a browser that agreed to it and does not ask for the opposite; any other leaves no
 * trace. Returns what is left to do once the page is on its way, or null. A visit that cannot be counted harms nobody.
 */
export function noteVisit(request: NextRequest, response: NextResponse): Promise<void> | null {
  const written = request.cookies.get(CHOICE_COOKIE)?.value
  if (!written || request.method !== 'GET' || isFetchedAhead(request) || privacySignal(request.headers)) return null
  const { pathname, searchParams } = request.nextUrl
  const manifest = findManifest(pathname.split('/')[1] ?? '')
  if (!manifest) return null
  const choice = readChoice(written)
  const brand = manifest.key
  const grant = issueGrant({ kind: 'anonymous', brand }, 'tracking:count', { brand })
  const work: (() => Promise<void>)[] = []

  const counting = cookieOf(manifest, 'statistics')
  const visitor = counting && request.cookies.get(counting.name)?.value
  if (choice.statistics && visitor) work.push(() => countView(grant, { visitor, page: countedPage(pathname) }))

  const advertising = cookieOf(manifest, 'advertising')
  const campaign = campaignIn(searchParams.get('campaign'))
  if (choice.advertising && advertising && campaign) {
    const attributes = { ...sessionCookie().options, path: `/${brand}`, maxAge: maxAgeOf(advertising) }
    response.cookies.set(advertising.name, campaign, attributes)
    work.push(() => countCampaign(grant, { campaign, event: 'arrival' }))
  }
  if (work.length === 0) return null
  return count(`tracking:count ${networkOf(addressIn(request.headers))}`, work)
}

async function count(key: string, work: readonly (() => Promise<void>)[]): Promise<void> {
  try {
    await limitRate(key, PER_NETWORK)
    await Promise.all(work.map((one) => one()))
  } catch (fault) {
    if (!(fault instanceof Refusal)) log.error({ fault }, 'a visit could not be counted')
  }
}

function isFetchedAhead({ headers }: NextRequest): boolean {
  return headers.has('next-router-prefetch') || /prefetch/.test(headers.get('sec-purpose') ?? '')
}

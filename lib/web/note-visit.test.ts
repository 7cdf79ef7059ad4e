import { randomUUID } from 'node:crypto'
import { NextRequest, NextResponse } from 'next/server'
import { describe, expect, it } from 'vitest'
import { GET } from '#app/.well-known/gpc.json/route.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { noteVisit } from './note-visit.ts'

const BOTH = 'statistics-1.advertising-1'

interface Visit {
  readonly path?: string
  readonly choice?: string
  readonly visitor?: string
  readonly headers?: Record<string, string>
  readonly method?: string
}

/** A visit of WE.LOCK, what was counted of it, and what it set. */
async function visit({ path = '/we-lock/policy', choice, visitor = randomUUID(), headers = {}, method }: Visit) {
  const jar = [`lock.count=${visitor}`, ...(choice === undefined ? [] : [`openbook.cookies=${choice}`])]
  const request = new NextRequest(`http://localhost${path}`, {
    method: method ?? 'GET',
    headers: { ...headers, cookie: jar.join('; ') },
  })
  const response = NextResponse.next()
  await noteVisit(request, response)
  const rows = await database('system').pageView.findMany({ where: { visitor: sha256(visitor) } })
  return {
    counted: rows.map(({ page, views }) => [page, views]),
    set: response.headers.getSetCookie().map((line) => line.split(';')[0]),
    visitor,
  }
}

const arrivals = async (campaign: string) =>
  (await database('system').campaignCount.findMany({ where: { brand: 'we-lock', campaign } })).map(
    ({ event, count }) => [event, count],
  )

describe('a visit', () => {
  it('is counted where the browser agreed, each page by its place', async () => {
    const { visitor } = await visit({ choice: BOTH })
    await visit({ choice: BOTH, visitor })
    const id = randomUUID()
    const { counted } = await visit({ choice: BOTH, visitor, path: `/we-lock/me/bills/${id}?search=name` })
    expect(counted.toSorted()).toEqual([
      ['/me/bills/…', 1],
      ['/policy', 2],
    ])
  })

  it.each([
    ['nothing was chosen', {}],
    ['the answer was no', { choice: 'statistics-0.advertising-0' }],
    ['only advertising was allowed', { choice: 'statistics-0.advertising-1' }],
    ['the cookie of the choice makes no sense', { choice: 'everything' }],
    ['the browser sends Global Privacy Control', { choice: BOTH, headers: { 'sec-gpc': '1' } }],
    ['the browser sends Do Not Track', { choice: BOTH, headers: { dnt: '1' } }],
    ['the page is fetched ahead', { choice: BOTH, headers: { 'next-router-prefetch': '1' } }],
    ['a form is sent', { choice: BOTH, method: 'POST' }],
    ['the brand is not one of ours', { choice: BOTH, path: '/no-brand/policy' }],
  ] as const)('leaves no trace where %s', async (_, how: Visit) => {
    const campaign = `none-${randomUUID().slice(0, 8)}`
    const path = `${how.path ?? '/we-lock/policy'}?campaign=${campaign}`
    const { counted, set } = await visit({ ...how, path })
    expect(counted).toEqual([])
    if (how.choice !== 'statistics-0.advertising-1') {
      expect(set).toEqual([])
      expect(await arrivals(campaign)).toEqual([])
    }
  })

  it('is no longer counted where one network would make up browsers and pages for ever', async () => {
    const [network, other] = [randomUUID(), randomUUID()]
    const headers = { 'x-openbook-address': network }
    await database('system').rateBucket.create({
      data: { key: `tracking:count ${network}`, windowStart: clock.now(), count: 599 },
    })
    expect((await visit({ choice: BOTH, headers })).counted).toHaveLength(1)
    const campaign = `flood-${randomUUID().slice(0, 8)}`
    expect((await visit({ choice: BOTH, headers, path: `/we-lock/x?campaign=${campaign}` })).counted).toEqual([])
    expect(await arrivals(campaign)).toEqual([])
    expect((await visit({ choice: BOTH, headers: { 'x-openbook-address': other } })).counted).toHaveLength(1)
  })

  it('by an advertisement is remembered only where that was agreed to', async () => {
    const campaign = `spring-${randomUUID().slice(0, 8)}`
    const path = `/we-lock?campaign=${campaign}`
    expect((await visit({ choice: 'statistics-1.advertising-0', path })).set).toEqual([])
    expect((await visit({ choice: BOTH, path: '/we-lock?campaign=<script>' })).set).toEqual([])
    expect((await visit({ choice: BOTH, path })).set).toEqual([`lock.affiliate=${campaign}`])
    expect(await arrivals(campaign)).toEqual([['arrival', 1]])
  })
})

describe('the resource that tells of Global Privacy Control', () => {
  it('[WBP-08] says that the site abides by it, as the specification writes it', async () => {
    const answer = GET()
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    const told = (await answer.json()) as { gpc: unknown; lastUpdate: string }
    expect(told.gpc).toBe(true)
    expect(told.lastUpdate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})

import { expect, test } from '@playwright/test'
import { routesNotLookedAt } from './looked-at.ts'

/** Pages that no journey comes to, and why. */
const NOT_SEEN: Readonly<Record<string, string>> = {
  '/[brand]/announcements/[announcement]':
    'is there once two people announced an incident or an end, which none does here',
  '/[brand]/certificate/[token]': 'is there once an account was erased, after its days of grace',
  '/[brand]/guardian/[token]':
    'opens by a link that is mailed to a parent; its form is built like the one of a request',
  '/[brand]/unsubscribe/[token]': 'opens by a link in news that were mailed; it is one button',
  '/[brand]/me/controller': 'is there only while a brand changes hands, which no demo brand does',
  '/staff/billing/[brand]/[bill]':
    'is there once an estimate that was billed was read otherwise; it is built like the page of an overdue bill',
  '/bench/bare': 'is the floor that other pages are measured against, and nobody’s page',
}

test('axe saw each page of the portal, or it stands here why not', () => {
  expect(routesNotLookedAt()).toEqual(Object.keys(NOT_SEEN).toSorted())
})

import { expect, type Page } from '@playwright/test'

/** What the keyboard should stop at, in the order of the document, and where it stopped. */
interface Stops {
  readonly wanted: readonly string[]
  readonly reached: readonly { readonly at: string; readonly marked: boolean }[]
}

declare global {
  interface Window {
    keyboardStops?: { wanted: Element[]; reached: { at: Element; marked: boolean }[]; opened: HTMLDetailsElement[] }
  }
}

const seen = new Set<string>()

/**
 * The keyboard alone comes to everything that can be used, in the order of the document, past all of it, and it is seen
 * where it is; what is folded away opens on Enter. Each address once in a run of tests, and left as it was.
 */
export async function expectKeyboardReaches(page: Page): Promise<void> {
  const address = page.url()
  if (seen.has(address)) return
  seen.add(address)
  const keys = await page.context().newCDPSession(page)
  const press = (key: 'Tab' | 'Enter', code: number, text = '') => {
    const pressed = { key, code: key, windowsVirtualKeyCode: code, text }
    return Promise.all([
      keys.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...pressed }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed }),
    ])
  }
  if (await page.evaluate(focusFirstFold)) {
    await press('Enter', 13, '\r')
    expect.soft(await page.evaluate(isFirstFoldOpen), `Enter opens what is folded on ${address}`).toBe(true)
  }
  let { missing, places } = await page.evaluate(watchStops)
  // Without waiting for each: they are taken in their order. A date has several stops within it.
  for (let round = 0; round < 4 && missing > 0; round += 1) {
    await Promise.all(Array.from({ length: places + 10 }, () => press('Tab', 9)))
    ;({ missing, places } = await page.evaluate(countMissing))
  }
  const { wanted, reached } = await page.evaluate(endWatch)
  await keys.detach()
  expect.soft([...new Set(reached.map(({ at }) => at))], `stops of the keyboard on ${address}`).toEqual(wanted)
  const unmarked = reached.filter(({ marked }) => !marked).map(({ at }) => at)
  expect.soft(unmarked, `what has the focus on ${address} without showing it`).toEqual([])
}

function focusFirstFold(): boolean {
  const fold = [...document.querySelectorAll<HTMLElement>('details:not([open]) > summary')].find((one) =>
    one.checkVisibility(),
  )
  fold?.focus()
  return fold !== undefined
}

function isFirstFoldOpen(): boolean {
  const { activeElement } = document
  return activeElement?.closest('details')?.open ?? false
}

/** Unfolds everything, lists what can be used, and notes from then on what gets the focus. */
function watchStops(): { missing: number; places: number } {
  const opened = [...document.querySelectorAll('details')].filter(({ open }) => !open)
  const entered = document.activeElement?.closest('details')
  if (entered) opened.push(entered)
  for (const one of opened) one.open = true
  const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
  const wanted = [...document.querySelectorAll<HTMLInputElement>(usable)].filter((one) => {
    if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) return false
    if (one.type !== 'radio') return true
    // Of a group one is come to, and the arrows lead to the others.
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
      ({ name, form }) => name === one.name && form === one.form,
    )
    return one === (group.find(({ checked }) => checked) ?? group[0])
  })
  const stops = { wanted: wanted as Element[], reached: [] as { at: Element; marked: boolean }[], opened }
  window.keyboardStops = stops
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !stops.wanted.includes(target) || window.keyboardStops !== stops) return
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target)
    const marked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    if (!stops.reached.some(({ at }) => at === target)) stops.reached.push({ at: target, marked })
  })
  // From the beginning of the page, wherever the focus was.
  const start = document.body
  start.tabIndex = -1
  start.focus({ preventScroll: true })
  start.removeAttribute('tabindex')
  return { missing: wanted.length, places: wanted.length }
}

function countMissing(): { missing: number; places: number } {
  const { wanted = [], reached = [] } = window.keyboardStops ?? {}
  const missing = wanted.length - reached.length
  return { missing, places: missing }
}

function endWatch(): Stops {
  const { wanted = [], reached = [], opened = [] } = window.keyboardStops ?? {}
  delete window.keyboardStops
  for (const one of opened) one.open = false
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const named = (one: Element) => {
    const text = one.getAttribute('aria-label') ?? one.getAttribute('name') ?? one.textContent
    return `${wanted.indexOf(one)} ${one.localName} ${(text ?? '').trim().slice(0, 40)}`
  }
  return { wanted: wanted.map(named), reached: reached.map(({ at, marked }) => ({ at: named(at), marked })) }
}

/** Each menu of the header opens on Enter, is walked into, closes on Escape, and gives the focus back. */
export async function expectMenusGiveFocusBack(page: Page): Promise<void> {
  for (const button of await page.locator('[popovertarget]').all()) {
    if (!(await button.isVisible())) continue
    const menu = page.locator(`#${await button.getAttribute('popovertarget')}`)
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(menu).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(menu.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await expect(button).toBeFocused()
  }
}

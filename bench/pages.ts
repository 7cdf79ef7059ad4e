import { PlainBrowser } from './browser.ts'
import { median, requestsPerSecond } from './load.ts'
import type { Portal } from './portal.ts'
import type { Figure } from './report.ts'

const PAGES = ['', '/data', '/devices', '/choices', '/bills', '/account']
const ROUNDS = 5
const SECONDS = 3
/** A process that has just started compiles what it runs; what is compared is how it goes on. */
const WARM_SECONDS = 4

/** A signed-in person's pages against a bare dynamic page, in turn, on the same server. */
export async function measurePages(
  portal: Portal,
  person: { brand: string; identifier: string; password: string },
): Promise<Figure[]> {
  const browser = new PlainBrowser(portal.url)
  const { brand, identifier, password } = person
  const landed = await browser.submit(`/${brand}/sign-in`, { identifier, password })
  if (!landed.includes(`/${brand}/me`)) throw new Error(`signing in led to "${landed}"`)
  const bare = `${portal.url}/bench/bare`
  const figures: Figure[] = []
  const urlOf = (page: string) => `${portal.url}/${brand}/me${page}`
  for (const url of [bare, ...PAGES.map(urlOf)]) await requestsPerSecond(url, browser.cookie, WARM_SECONDS)
  for (const page of PAGES) {
    const url = urlOf(page)
    const ratios: number[] = []
    const rates: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const floor = await requestsPerSecond(bare, browser.cookie, SECONDS)
      const rate = await requestsPerSecond(url, browser.cookie, SECONDS)
      ratios.push(rate / floor)
      rates.push(rate)
    }
    figures.push({
      name: `page /me${page}`,
      ratio: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      floor: 'bare dynamic page of the same server',
      target: 'at least 0.5',
      met: median(ratios) >= 0.5,
      note: `${median(rates).toFixed(0)} requests/s`,
    })
  }
  return figures
}

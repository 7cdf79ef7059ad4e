import { gzipSync } from 'node:zlib'
import { PlainBrowser } from './browser.ts'
import type { Portal } from './portal.ts'
import type { Figure } from './report.ts'

const ALLOWED = 15_000

/** The JavaScript that a portal page loads at first, above what a bare page loads, in bytes of gzip. */
export async function measureScripts(
  portal: Portal,
  person: { brand: string; identifier: string; password: string },
): Promise<Figure[]> {
  const browser = new PlainBrowser(portal.url)
  const bare = await firstLoad(portal, browser, '/bench/bare')
  await browser.submit(`/${person.brand}/sign-in`, { identifier: person.identifier, password: person.password })
  const figures: Figure[] = []
  for (const page of ['', '/devices/add', '/choices', '/bills']) {
    const bytes = await firstLoad(portal, browser, `/${person.brand}/me${page}`)
    figures.push({
      name: `scripts /me${page}`,
      ratio: bytes / bare,
      spread: [bytes / bare, bytes / bare],
      floor: 'bare page',
      target: 'at most +15 kB',
      met: bytes - bare <= ALLOWED,
      note: `+${((bytes - bare) / 1000).toFixed(1)} kB on ${(bare / 1000).toFixed(1)} kB gzip`,
    })
  }
  return figures
}

async function firstLoad(portal: Portal, browser: PlainBrowser, path: string): Promise<number> {
  const page = await browser.get(path)
  const sources = new Set([...page.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source = '']) => source))
  let bytes = 0
  for (const source of sources) {
    const script = await (await fetch(new URL(source, portal.url))).arrayBuffer()
    bytes += gzipSync(Buffer.from(script)).length
  }
  return bytes
}

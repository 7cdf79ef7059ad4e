import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { openPixels, type Picture } from './read-picture.ts'

/** Sides in pixels at which a picture is looked through: the small one finds nearly all, and quickly. */
const SIDES = [1200, 2400]

const PROGRAM = 'zxing-wasm/reader/zxing_reader.wasm'

let prepared: Promise<unknown> | undefined

/** The texts of the QR codes in a picture, none where there is none. */
export async function codesIn({ bytes }: Pick<Picture, 'bytes'>): Promise<string[]> {
  prepared ??= prepare()
  await prepared
  for (const side of SIDES) {
    const { data, info } = await openPixels(bytes)
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' }
    const found = await readBarcodes(pixels as ImageData, {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: 4,
    })
    if (found.length > 0) return found.map(({ text }) => text)
  }
  return []
}

// From the package itself: left alone, the library would fetch its program from a public host. Resolved as the portal
// runs, because a bundler would take the program for a module.
async function prepare() {
  const path = createRequire(join(process.cwd(), 'package.json')).resolve(PROGRAM)
  const wasmBinary = new Uint8Array(await readFile(path)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

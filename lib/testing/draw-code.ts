import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

/** A photo of a label with a QR code: some way off, askew and not quite sharp. */
export async function drawCode(text: string): Promise<Buffer> {
  const program = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(program).buffer }, fireImmediately: true })
  const { image } = await writeBarcode(text, { format: 'QRCode', scale: 6 })
  if (!image) throw new Error('no code was drawn')
  const label = await sharp(Buffer.from(await image.arrayBuffer()))
    .rotate(11, { background: '#ffffff' })
    .toBuffer()
  const wall = { width: 1000, height: 800, channels: 3, background: '#8a7f72' } as const
  return sharp({ create: wall })
    .composite([{ input: label, left: 320, top: 210 }])
    .blur(1.2)
    .jpeg({ quality: 80 })
    .toBuffer()
}

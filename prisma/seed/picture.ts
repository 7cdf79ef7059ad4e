import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { randomOf } from './random.ts'

const SIZE = 160
type Colour = readonly [number, number, number]

/** The same picture with the place written into it, as the camera of a telephone does. */
export function placePicture(picture: Buffer, [north, east]: readonly [number, number]): Promise<Buffer> {
  const degrees = (value: number) => `${Math.round(value * 10_000)}/10000 0/1 0/1`
  const place = { GPSLatitudeRef: 'N', GPSLatitude: degrees(north), GPSLongitudeRef: 'E', GPSLongitude: degrees(east) }
  return sharp(picture).withExif({ IFD3: place }).png().toBuffer()
}

/** A small picture as a PNG file: a head and shoulders, or a device on a wall; the colours follow from the name. */
export function drawPicture(kind: 'portrait' | 'device', name: string): Buffer {
  const random = randomOf(`picture ${name}`)
  const tone = (least: number, most: number): Colour => [
    random.between(least, most),
    random.between(least, most),
    random.between(least, most),
  ]
  const [back, front, detail] = [tone(190, 240), tone(60, 140), tone(150, 220)]
  const inside = kind === 'portrait' ? portrait : device
  return png((x, y) => {
    const part = inside(x / SIZE - 0.5, y / SIZE - 0.5)
    return part === 0 ? back : part === 1 ? front : detail
  })
}

const within = (x: number, y: number, radius: number) => x * x + y * y < radius * radius

function portrait(x: number, y: number): number {
  if (within(x, y + 0.1, 0.17)) return 2
  return within(x * 0.9, y - 0.52, 0.36) ? 1 : 0
}

function device(x: number, y: number): number {
  if (within(x, y + 0.12, 0.1)) return 2
  return Math.abs(x) < 0.2 && Math.abs(y) < 0.34 ? 1 : 0
}

function png(colourAt: (x: number, y: number) => Colour): Buffer {
  // Each row begins with a byte that says that it is not filtered.
  const rows = Buffer.alloc(SIZE * (1 + 3 * SIZE))
  for (let y = 0; y < SIZE; y += 1)
    for (let x = 0; x < SIZE; x += 1) rows.set(colourAt(x, y), y * (1 + 3 * SIZE) + 1 + 3 * x)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  // Eight bits a channel, red green blue.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(rows)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

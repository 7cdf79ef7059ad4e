import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'

export type Weight = 'regular' | 'bold'

/** A file of a variable font, for the characters that its package says it is for. */
interface FontFile {
  readonly name: string
  readonly path: string
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, bold: 650 }
/** In this order: Latin text in the typeface of the pages, everything that it lacks in that for Chinese. */
const FAMILIES = [
  { name: 'inter', folder: '@fontsource-variable/inter' },
  { name: 'noto-sans-sc', folder: '@fontsource-variable/noto-sans-sc' },
] as const

let listed: Promise<readonly FontFile[]> | undefined
const instances = new Map<string, Promise<Buffer>>()

/** The files of both families; read once. */
function fontFiles(): Promise<readonly FontFile[]> {
  listed ??= Promise.all(FAMILIES.map(readFamily)).then((families) => families.flat())
  return listed
}

async function readFamily({ name, folder }: (typeof FAMILIES)[number]): Promise<FontFile[]> {
  const home = join(process.cwd(), 'node_modules', folder)
  const subsets: Record<string, string> = JSON.parse(await readFile(join(home, 'unicode.json'), 'utf8'))
  return Object.entries(subsets).map(([subset, ranges]) => {
    const part = subset.replace(/[[\]]/g, '')
    return {
      name: `${name}-${part}`,
      path: join(home, 'files', `${name}-${part}-wght-normal.woff2`),
      ranges: parse(ranges),
    }
  })
}

function parse(ranges: string): (readonly [number, number])[] {
  return ranges.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
}

/** The file in which a character is; null for one that neither family has. */
async function fileFor(point: number): Promise<FontFile | null> {
  const files = await fontFiles()
  return files.find(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to)) ?? null
}

/** One weight of one file as a font that can be embedded; made once in the life of the process. */
function instanceOf(file: FontFile, weight: Weight): Promise<Buffer> {
  const key = `${file.name}-${weight}`
  const known = instances.get(key)
  if (known) return known
  const made = makeInstance(file, weight)
  instances.set(key, made)
  // What went wrong once is tried again by the next document.
  made.catch(() => instances.delete(key))
  return made
}

async function makeInstance(file: FontFile, weight: Weight): Promise<Buffer> {
  const characters = file.ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  )
  const font = await subsetFont(await readFile(file.path), characters.join(''), {
    targetFormat: 'truetype',
    variationAxes: { wght: WEIGHTS[weight] },
  })
  // A reader of fonts looks a few bytes past an empty last glyph.
  return Buffer.concat([font, Buffer.alloc(16)])
}

/** The fonts that some characters need in one weight, and which character is in which; by the name of the font. */
export interface FontSet {
  readonly fonts: ReadonlyMap<string, Buffer>
  readonly fontOf: ReadonlyMap<string, string>
}

export async function fontsFor(characters: Iterable<string>, weight: Weight): Promise<FontSet> {
  const fonts = new Map<string, Buffer>()
  const fontOf = new Map<string, string>()
  for (const character of new Set(characters)) {
    const file = await fileFor(character.codePointAt(0) ?? 0)
    if (!file) continue
    const name = `${file.name}-${weight}`
    if (!fonts.has(name)) fonts.set(name, await instanceOf(file, weight))
    fontOf.set(character, name)
  }
  return { fonts, fontOf }
}

import { globSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(path, 'utf8')
const readme = read('README.md')
const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  string,
  Record<string, string>
>
const names = (text: string, name: string) =>
  new RegExp(`(?<![\\w/@-])${name.replaceAll(/[/.]/g, '\\$&')}(?![\\w/-])`).test(text)

/** Variables that nobody gives by hand: made from others, of the stand-ins, or of tests. */
const NOT_GIVEN = [
  'NODE_ENV',
  'DATABASE_APP_URL',
  'DATABASE_STAFF_URL',
  'DATABASE_SYSTEM_URL',
  'DATABASE_QUEUE_URL',
  'STRIPE_API_URL',
  'QUERY_LOG',
]

describe('the README', () => {
  it('names commands that there are', () => {
    const commands = [...readme.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name]) => name)
    expect(commands.length).toBeGreaterThan(5)
    expect(commands.filter((name = '') => !scripts?.[name])).toEqual([])
  })

  it('has each room on its map', () => {
    const rooms = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const map = readme.slice(readme.indexOf('## The map')).replaceAll('lib/', '')
    expect(rooms.length).toBeGreaterThan(30)
    expect(rooms.map(({ name }) => name).filter((name) => !names(map, name))).toEqual([])
  })

  it('tells of each variable that the portal takes', () => {
    const taken = [...read('lib/platform/environment.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name = '']) => name)
    expect(taken.length).toBeGreaterThan(25)
    expect(taken.filter((name) => !NOT_GIVEN.includes(name) && !names(readme, name))).toEqual([])
  })
})

describe('the documents', () => {
  it('say why each package is here, and of no other', () => {
    const written = read('docs/dependencies.md')
    const packages = Object.keys({ ...dependencies, ...devDependencies })
    const untold = packages.filter((name) => !name.startsWith('@types/') && !names(written, name))
    expect(untold).toEqual([])
    const told = [...written.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', '))
    expect(told.filter((name) => name !== 'package' && !/^-+$/.test(name) && !packages.includes(name))).toEqual([])
  })

  it('number each decision once and list it with its status', () => {
    const files = globSync('docs/decisions/0*.md').toSorted()
    const index = read('docs/decisions/README.md')
    expect(files.length).toBeGreaterThan(15)
    expect(files.map((file) => file.slice(15, 19))).toEqual(files.map((_, place) => String(place + 1).padStart(4, '0')))
    for (const file of files) {
      const [, number, title, status] = /^# (\d{4}) (.+)\n\nStatus: (\w+)/.exec(read(file)) ?? []
      expect(index, file).toContain(`| [${number}](${file.slice(15)}) | ${title} | ${status} |`)
    }
  })
})

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ImportFault } from '#lib/intake/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { readImportArguments } from './arguments.ts'
import { runImport } from './run-import.ts'

const folder = mkdtempSync(join(tmpdir(), 'openbook-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command as a person at a terminal does, in a process of its own. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ['scripts/import.ts', ...args], { env: { ...env, NODE_OPTIONS: '' } })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      said.err += chunk.toString()
    })
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const GOOD = 'start,value\n2026-01-01 00:00:00+00:00,0.5\n2026-01-01 01:00:00+00:00,0.25\n'

// Each run is a process that starts from nothing.
describe('npm run import', { timeout: 180_000 }, () => {
  it('takes a good file with code 0, says what it kept, and finds it known the second time', async () => {
    const person = await createTestPerson('energybilling')
    const meter = `M-${randomUUID()}`
    const args = ['--brand', 'energybilling', '--file', file('good.csv', GOOD), '--person', person.ref]
    const more = ['--meter', meter, '--utility', 'electricity']
    const first = await run([...args, ...more])
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('2 rows: 2 stored, 0 known already, 0 refused')
    expect((await run([...args, ...more])).out).toContain('2 rows: 0 stored, 2 known already, 0 refused')
    expect(await database('system').reading.count({ where: { subjectId: person.id } })).toBe(2)
  })

  it('lists bad rows with line and reason, writes all of them to a report, and ends with code 1', async () => {
    const person = await createTestPerson('energybilling')
    const bad = Array.from({ length: 60 }, (_, at) => `=cmd${at},1\n`).join('')
    const report = join(folder, 'report.csv')
    const path = file('bad.csv', GOOD + bad)
    const wanted = ['--person', person.ref, '--meter', `M-${randomUUID()}`, '--utility', 'gas', '--report', report]
    const { code, out } = await run(['--brand', 'energybilling', '--file', path, ...wanted])
    expect(code).toBe(1)
    expect(out).toContain('line 4: start is not a time: "=cmd0"')
    expect(out).toContain('… and 10 more')
    expect(out).toContain('62 rows: 2 stored, 0 known already, 60 refused')
    const lines = readFileSync(report, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(61)
    expect(lines[1]).toMatch(/^4,time_unreadable,.*,"?'=cmd0/)
  })

  it('ends with code 2 and one sentence where it cannot begin', async () => {
    const known = ['--brand', 'energybilling', '--person', 'nobody', '--utility', 'gas']
    const wrong: [string[], string][] = [
      [['--nonsense'], 'Unknown option'],
      [[...known, '--file', join(folder, 'missing.csv')], 'There is no file'],
      [[...known, '--file', file('nobody.csv', GOOD)], 'no account nobody'],
    ]
    for (const [args, sentence] of wrong) {
      const { code, err } = await run(args)
      expect(code, args.join(' ')).toBe(2)
      expect(err).toContain(sentence)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  })

  it('refuses what is no file, or no file that it knows', async () => {
    const wanted = { brand: 'energybilling', eachUser: false, repairYears: false, dryRun: true } as const
    const html = file('page.csv', '<html></html>')
    await expect(runImport({ ...wanted, file: folder })).rejects.toThrow('is not a file')
    await expect(runImport({ ...wanted, file: html })).rejects.toThrow('not a Green Button feed')
    await expect(runImport({ ...wanted, file: file('empty.csv', '') })).rejects.toThrow('empty')
  })

  it('says it where there is no portal to work on, and where its database is not there', async () => {
    const { PATH } = process.env
    const args = ['--brand', 'energybilling', '--file', file('good.csv', GOOD), '--person', 'x', '--utility', 'gas']
    const bare = await run(args, { NODE_ENV: 'production', PATH, OPENBOOK_DATA: folder })
    expect(bare).toMatchObject({ code: 2 })
    expect(bare.err).toContain('run npm start first')
    const kept = { ...process.env, DATABASE_SYSTEM_URL: 'postgresql://openbook_system:x@127.0.0.1:9/openbook' }
    expect((await run(args, kept)).err).toContain('The database does not answer')
  })

  it('reads its settings from the data folder of npm start', async () => {
    const person = await createTestPerson('energybilling')
    const data = mkdtempSync(join(folder, 'data-'))
    const variables = Object.entries(process.env).filter(([name]) => /^[A-Z_]+$/.test(name) && name !== 'PATH')
    const strings = Object.fromEntries(variables.filter(([, value]) => value))
    writeFileSync(join(data, 'environment.json'), JSON.stringify(strings))
    const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH, OPENBOOK_DATA: data }
    const wanted = ['--person', person.ref, '--meter', `M-${randomUUID()}`, '--utility', 'gas', '--dry-run']
    const { out, err } = await run(['--brand', 'energybilling', '--file', file('good.csv', GOOD), ...wanted], env)
    expect(err).toBe('')
    expect(out).toContain('2 rows: 2 good, 0 refused')
  })
})

describe('the command line', () => {
  const base = ['--brand', 'energybilling', '--file', 'x.csv']

  it('is read with the brand’s zone, or the one that is named', () => {
    const period = ['--period-start', '2026-01-01', '--period-end', '2026-02-01T00:00:00+01:00']
    expect(readImportArguments([...base, '--zone', 'Asia/Ho_Chi_Minh', ...period])).toMatchObject({
      zone: expect.stringMatching(/^Asia\//),
      period: { start: new Date('2025-12-31T17:00:00Z'), end: new Date('2026-01-31T23:00:00Z') },
    })
    expect(readImportArguments([])).toBe('help')
  })

  it('is refused with a sentence where an option cannot be meant', () => {
    expect(() => readImportArguments(['--brand', 'none', '--file', 'x.csv'])).toThrow('--brand')
    expect(() => readImportArguments(['--brand', 'energybilling'])).toThrow('--file')
    const wrong = [
      ['--kind', 'excel'],
      ['--utility', 'water'],
      ['--zone', 'Mars/Olympus'],
      ['--period-start', '2026-01-01'],
      ['--period-start', '2026-02-30', '--period-end', '2026-03-01'],
      ['stray'],
    ]
    for (const more of wrong) expect(() => readImportArguments([...base, ...more])).toThrow(ImportFault)
  })
})

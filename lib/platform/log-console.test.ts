import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** What a process of its own writes, as the web server does: the log of this one is silent. */
function written(statement: string): string {
  const script = `
    const { logConsole } = await import('#lib/platform/log-console.ts')
    logConsole()
    ${statement}`
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, LOG_LEVEL: 'info' },
    encoding: 'utf8',
  })
  expect(run.stderr).toBe('')
  return run.stdout
}

describe('what the web server prints', () => {
  it('names a fault by its number and where it came about, and nothing of what it failed on', () => {
    const line = written(`
      const fault = new TypeError('no row for mara@mail.example')
      console.error(' ⨯ ', Object.assign(fault, { digest: '1234567', code: 'P2023', parameters: ['mara@mail.example'] }))`)
    expect(JSON.parse(line)).toMatchObject({ fault: { name: 'TypeError', digest: '1234567', reason: 'P2023' } })
    expect(JSON.parse(line).fault.frames.length).toBeGreaterThan(0)
    expect(line).not.toContain('mara')
  })

  it('keeps its plain words', () => {
    expect(JSON.parse(written(`console.warn('the port', 'is taken')`))).toMatchObject({ words: 'the port is taken' })
  })
})

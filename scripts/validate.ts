import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBrowser } from './ensure-browser.ts'
import { buildApplication, commandScript, generateClient } from './prepare-code.ts'

interface Result {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly seconds: number
}

const FOLDERS = ['app', 'components', 'lib', 'worker', 'sandbox', 'prisma', 'scripts', 'bench', 'e2e']

const only = process.argv.slice(2)
const results: Result[] = []
rmSync('reports', { recursive: true, force: true })
mkdirSync('reports', { recursive: true })

await check('client', () => generateClient())
await check('types', () => {
  // What the development server wrote about routes contradicts what the build wrote.
  rmSync('.next/dev/types', { recursive: true, force: true })
  return command('tsc', ['--noEmit'])
})
await check('lint', () => command('biome', ['check', '--error-on-warnings', '.']))
await check('boundaries', () => command('depcruise', ['--config', '.dependency-cruiser.cjs', ...FOLDERS]))
await check('unused', () => command('knip', []))
await suite('unit', 'vitest', ['run'], 'reports/unit.json', countVitest)
await check('build', () => buildApplication())
await check('browser', () => ensureBrowser())
await suite('e2e', 'playwright', ['test'], 'reports/e2e.json', countPlaywright)

const sum = (pick: (result: Result) => number) => results.reduce((total, result) => total + pick(result), 0)
console.log(
  `\n${results.map((result) => `${result.name.padEnd(12)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed ${result.seconds.toFixed(0).padStart(5)} s`).join('\n')}\n`,
)
console.log(`tests: ${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed`)
process.exit(sum((result) => result.failed) === 0 ? 0 : 1)

/** A check that passes or fails as a whole. */
async function check(name: string, run: () => Promise<void>) {
  await timed(name, async () => {
    try {
      await run()
      return { passed: 1, failed: 0 }
    } catch (fault) {
      console.error(fault instanceof Error ? fault.message : fault)
      return { passed: 0, failed: 1 }
    }
  })
}

/** A test runner, counted from the report that it writes; a runner that fails without a failed test counts as one. */
async function suite(
  name: string,
  runner: string,
  args: readonly string[],
  report: string,
  count: (report: string) => { passed: number; failed: number },
) {
  await timed(name, async () => {
    const succeeded = await command(runner, args).then(
      () => true,
      () => false,
    )
    const counted = existsSync(report) ? count(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 }
    return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 }
  })
}

async function timed(name: string, run: () => Promise<{ passed: number; failed: number }>) {
  if (only.length > 0 && !only.includes(name)) return
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const began = Date.now()
  results.push({ name, ...(await run()), seconds: (Date.now() - began) / 1000 })
}

function command(name: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandScript(name), ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${name} found something to mend.`))))
  })
}

function countVitest(report: string) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(report) as Record<string, number>
  return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) || (numFailedTestSuites ?? 0) }
}

function countPlaywright(report: string) {
  const { stats } = JSON.parse(report) as { stats: { expected: number; unexpected: number; flaky: number } }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

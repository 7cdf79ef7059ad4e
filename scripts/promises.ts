import { existsSync, readFileSync } from 'node:fs'
import { BRAND_KEYS } from '#lib/brands/index.ts'

interface Outcome {
  readonly title: string
  readonly passed: boolean
}

/**
 * Which of the brands' promises are kept, from the reports of the last `npm test`: a promise is kept when at least one
 * test that carries its id ran and passed, and none that carries it failed. A skipped test counts for nothing.
 */
const outcomes = [...vitestOutcomes('reports/unit.json'), ...playwrightOutcomes('reports/e2e.json')]
if (outcomes.length === 0) {
  console.error('There is no report to read. Run `npm test` first.')
  process.exit(2)
}

let kept = 0
let total = 0
for (const brand of BRAND_KEYS) {
  const promises = JSON.parse(readFileSync(`lib/brands/${brand}/promises.json`, 'utf8')) as {
    id: string
    topic: string
    promise: string
  }[]
  console.log(`\n${brand}`)
  for (const { id, promise } of promises) {
    const named = outcomes.filter((outcome) => outcome.title.includes(`[${id}]`))
    const passed = named.filter((outcome) => outcome.passed).length
    const isKept = passed > 0 && passed === named.length
    total += 1
    if (isKept) kept += 1
    const tests = named.length === passed ? `${passed}` : `${passed}/${named.length}`
    console.log(
      `  ${id}  ${isKept ? 'kept    ' : named.length > passed ? 'BROKEN  ' : 'not yet '} ${tests.padStart(5)} tests  ${promise.slice(0, 90)}`,
    )
  }
}
const known = new Set(
  BRAND_KEYS.flatMap((brand) =>
    (JSON.parse(readFileSync(`lib/brands/${brand}/promises.json`, 'utf8')) as { id: string }[]).map(({ id }) => id),
  ),
)
const strange = new Set(
  outcomes
    .flatMap(({ title }) => [...title.matchAll(/\[([A-Z]{3}-\d{2})\]/g)].map((match) => match[1] ?? ''))
    .filter((id) => !known.has(id)),
)
if (strange.size > 0) console.log(`\nTests name promises that do not exist: ${[...strange].join(', ')}`)
console.log(`\n${kept} of ${total} promises are kept.`)
process.exit(strange.size > 0 ? 1 : 0)

function vitestOutcomes(file: string): Outcome[] {
  if (!existsSync(file)) return []
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[]
  }
  return report.testResults
    .flatMap((suite) => suite.assertionResults)
    .filter((test) => test.status === 'passed' || test.status === 'failed')
    .map((test) => ({ title: test.fullName, passed: test.status === 'passed' }))
}

interface PlaywrightSuite {
  readonly title: string
  readonly suites?: PlaywrightSuite[]
  readonly specs?: { title: string; tests: { status: string; results: { status: string }[] }[] }[]
}

function playwrightOutcomes(file: string): Outcome[] {
  if (!existsSync(file)) return []
  const walk = (suite: PlaywrightSuite, above: string): Outcome[] => {
    const path = `${above} ${suite.title}`
    const here = (suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter((test) => test.status !== 'skipped')
        .map((test) => ({
          title: `${path} ${spec.title}`,
          passed: test.status === 'expected' && test.results.at(-1)?.status === 'passed',
        })),
    )
    return [...here, ...(suite.suites ?? []).flatMap((inner) => walk(inner, path))]
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as { suites: PlaywrightSuite[] }).suites.flatMap((suite) =>
    walk(suite, ''),
  )
}

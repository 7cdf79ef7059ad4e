import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#prisma/seed/accounts.ts'
import { measurePages } from './pages.ts'
import { startPortal } from './portal.ts'
import { type Figure, report } from './report.ts'
import { measureScripts } from './scripts.ts'

/** `npm run bench [pages|records|intake|usage|payments|scripts]`: figures as ratios to a floor measured in the same run. Nothing is asserted. */
const wanted = process.argv.slice(2)
const run = (name: string) => wanted.length === 0 || wanted.includes(name)
const account = DEMO_ACCOUNTS.find(({ brand, proof }) => brand !== 'staff' && proof === 'password')
if (!account) throw new Error('the demo has nobody who signs in with a password')

const portal = await startPortal()
try {
  const person = { brand: account.brand, identifier: account.identifier, password: DEMO_PASSWORD }
  const figures: Figure[] = []
  if (run('scripts')) figures.push(...(await measureScripts(portal, person)))
  if (run('pages')) figures.push(...(await measurePages(portal, person)))
  if (run('records')) {
    const { measureRecords } = await import('./records.ts')
    figures.push(...(await measureRecords(portal)))
  }
  if (run('intake')) {
    // Only now: the database client exists once the portal has been started.
    const { measureIntake } = await import('./intake.ts')
    figures.push(...(await measureIntake(portal)))
  }
  if (run('usage')) {
    const { measureUsage } = await import('./usage.ts')
    figures.push(...(await measureUsage()))
  }
  if (run('payments')) {
    const { measurePayments } = await import('./payments.ts')
    figures.push(...(await measurePayments(portal)))
  }
  console.log(report(figures))
} finally {
  await portal.stop()
}

import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { DATA_FOLDER, PORTAL_PORT } from './e2e/portal.ts'
import { SYSTEM_BROWSERS } from './scripts/ensure-browser.ts'

// Where this runs without a browser of Playwright's own, a Chromium of the system serves as well.
const chromium = [process.env.CHROMIUM, ...SYSTEM_BROWSERS].find((path) => path && existsSync(path))

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  projects: [
    // Demo people get a code a minute at most, so each signs in once and all tests share the session.
    { name: 'sign-in', testMatch: '**/*.setup.ts' },
    { name: 'journeys', testMatch: '**/*.e2e.ts', dependencies: ['sign-in'] },
    // Counts statements in a log that every request writes to, and so needs the portal for itself.
    { name: 'queries', testMatch: '**/*.alone.ts', dependencies: ['journeys'], workers: 1 },
  ],
  use: {
    baseURL: `http://localhost:${PORTAL_PORT}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace of each test takes a third of its time; a failed one is described by its page all the same.
    trace: process.env.E2E_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${PORTAL_PORT}/api/health`,
    timeout: 420_000,
    // For writing tests: E2E_REUSE=1 with the E2E_PORT and E2E_DATA of a portal that runs already.
    reuseExistingServer: process.env.E2E_REUSE === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: { PORT: String(PORTAL_PORT), OPENBOOK_DATA: DATA_FOLDER, QUERY_LOG: `${DATA_FOLDER}/queries.log` },
  },
})

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { commandScript } from './prepare-code.ts'

/** Those of a system that can be given a camera. */
export const BROWSERS_WITH_A_CAMERA = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Browsers that a system may bring. The one without a window comes first: the journeys take two thirds of the time. */
export const SYSTEM_BROWSERS = ['/usr/bin/chromium-headless-shell', ...BROWSERS_WITH_A_CAMERA]

/** Finds a Chromium, else installs one: Playwright's own, or where that cannot be fetched the system's package. */
export async function ensureBrowser(): Promise<void> {
  if (found()) return
  console.log('No Chromium here; installing one.')
  const attempts: [string, string[]][] = [
    [process.execPath, [commandScript('playwright'), 'install', '--with-deps', 'chromium']],
    ['sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium-headless-shell chromium fonts-noto-cjk']],
    ['sh', ['-c', 'apt-get install -y -qq chromium fonts-noto-cjk']],
  ]
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'ignore', timeout: 300_000 })
      if (found()) return
    } catch {
      // The next way is tried.
    }
  }
  throw new Error(
    'There is no Chromium, and none could be installed. Install one, or name it: CHROMIUM=/path/to/chromium npm test',
  )
}

function found(): boolean {
  return [process.env.CHROMIUM, ...SYSTEM_BROWSERS, chromium.executablePath()].some(
    (path) => path !== undefined && existsSync(path),
  )
}

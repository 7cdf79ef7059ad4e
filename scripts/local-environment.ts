import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { EnvironmentError } from '#lib/platform/environment.ts'
import { withRoleUrls } from './role-urls.ts'

/**
 * Gives a command the settings of the portal it works on: those of its own environment, or else those that `npm start`
 * keeps in the data folder in demo mode.
 * @throws {EnvironmentError} where there are neither
 */
export function applyLocalEnvironment(): void {
  if (process.env.DATABASE_SYSTEM_URL) return
  const file = join(resolve(process.env.OPENBOOK_DATA ?? '.data'), 'environment.json')
  const given = Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  const variables = { ...readKept(file), ...Object.fromEntries(given) }
  const { DATABASE_URL, POSTGRES_PORT, POSTGRES_PASSWORD } = variables
  if (variables.DATABASE_SYSTEM_URL) {
    Object.assign(process.env, variables)
    return
  }
  const ownerUrl = DATABASE_URL ?? (POSTGRES_PORT && localUrl(POSTGRES_PORT, POSTGRES_PASSWORD ?? ''))
  if (!ownerUrl)
    throw new EnvironmentError([
      'There are no settings of a portal here: set DATABASE_SYSTEM_URL and the other variables, or run npm start first.',
    ])
  Object.assign(process.env, withRoleUrls(variables, ownerUrl))
}

function localUrl(port: string, password: string): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/openbook`
}

function readKept(file: string): Record<string, string> {
  if (!existsSync(file)) return {}
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new EnvironmentError([`${file} cannot be read; start the portal once with npm start to write it anew.`])
  }
}

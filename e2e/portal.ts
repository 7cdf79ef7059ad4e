import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { withRoleUrls } from '../scripts/role-urls.ts'

/** Where the portal under test listens and keeps its data. */
export const PORTAL_PORT = Number(process.env.E2E_PORT ?? 3210)
export const DATA_FOLDER = process.env.E2E_DATA ?? '.data/e2e'
export const ORIGIN = `http://localhost:${PORTAL_PORT}`
export const QUERY_LOG = `${DATA_FOLDER}/queries.log`

/** An address of one of the stand-ins, by the port that the portal gave it. */
export function standIn(port: `SANDBOX_${'' | 'PAYPAL_' | 'MAILBOX_' | 'RECIPIENTS_'}PORT`): string {
  return `http://127.0.0.1:${madeUp(port)}`
}

/** The database of the portal under test, for what would else take minutes of waiting. */
export function databaseUrl(): string {
  return `postgresql://postgres:${encodeURIComponent(madeUp('POSTGRES_PASSWORD'))}@127.0.0.1:${madeUp('POSTGRES_PORT')}/openbook`
}

/** Gives this process the keys of the portal under test, for links that only a mail of the future would bring. */
export function takeEnvironment(): void {
  Object.assign(process.env, withRoleUrls(z.record(z.string(), z.string()).parse(environmentOf()), databaseUrl()))
}

function environmentOf(): unknown {
  return JSON.parse(readFileSync(`${DATA_FOLDER}/environment.json`, 'utf8'))
}

function madeUp(name: string): string {
  const environment = environmentOf()
  const value = environment !== null && typeof environment === 'object' ? Reflect.get(environment, name) : undefined
  if (typeof value !== 'string') throw new Error(`${DATA_FOLDER}/environment.json names no ${name}`)
  return value
}

import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder that can be written, with those above it. One at a time: asked to make them all, Node never returns where
 * the system says of a folder that is there that it is not (`/proc`).
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at)
  for (const each of missing) mkdirSync(each)
  accessSync(folder, constants.W_OK)
}

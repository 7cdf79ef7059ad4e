import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A digest over files and folders, by name and content; what is made from them is made again when it changes. */
export function sourceHash(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.toSorted()) add(path)
  return hash.digest('hex')

  function add(path: string) {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).toSorted()) if (name !== 'generated') add(join(path, name))
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0')
    }
  }
}

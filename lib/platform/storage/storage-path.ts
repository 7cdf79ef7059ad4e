import { join } from 'node:path'
import { environment } from '../environment.ts'

const KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)+(\.[a-z0-9]{1,8})?$/

/** Where a key lies on disk. Keys are made by the portal; anything that could lead elsewhere is a fault of ours. */
export function storagePath(key: string): string {
  if (!KEY.test(key)) throw new Error('a storage key is made of ids in lower case, separated by slashes')
  return join(environment().STORAGE_DIR, key)
}

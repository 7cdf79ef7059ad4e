import { rm } from 'node:fs/promises'
import { storagePath } from './storage-path.ts'

/** Removes a stored file. One that is not there is removed already. */
export async function removeFile(key: string): Promise<void> {
  await rm(storagePath(key), { force: true })
}

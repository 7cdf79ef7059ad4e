import { readdir } from 'node:fs/promises'
import { storagePath } from './storage-path.ts'

/** The keys of the files that lie directly under a folder of the storage, unfinished ones left out. */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(storagePath(folder))
    return names.filter((name) => !name.endsWith('.part')).map((name) => `${folder}/${name}`)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
    throw fault
  }
}

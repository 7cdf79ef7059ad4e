import type { Bookkeeping } from '#lib/personal-data/index.ts'

/**
 * That an account was closed and what became of its data. It stays: it is the certificate that the person may read, and
 * what is replayed after a backup is restored. It says nothing about who they were.
 */
export const closingsHeld: Bookkeeping = {
  models: ['Closure', 'ErasureEntry'],
  erase: async () => {},
}

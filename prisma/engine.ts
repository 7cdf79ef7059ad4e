import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg'

const here = dirname(fileURLToPath(import.meta.url))

/**
 * Prisma's schema engine as WebAssembly, so that migrations are written where its native binary cannot
 * be fetched.
 */
export async function openSchemaEngine(databaseUrl: string): Promise<SchemaEngine> {
  const name = '@prisma/schema-engine-wasm'
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(fileURLToPath(import.meta.resolve(name)))
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), { './schema_engine_bg.js': { ...engine } })
  if ('__wbg_set_wasm' in engine && typeof engine.__wbg_set_wasm === 'function') engine.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start
  if (typeof begin === 'function') begin()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }))
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
}

/** The models as written in prisma/schema. */
export async function readSchema(): Promise<SchemasContainer> {
  const folder = join(here, 'schema')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort()
  return {
    files: await Promise.all(
      names.map(async (name) => ({ path: name, content: await readFile(join(folder, name), 'utf8') })),
    ),
  }
}

export const NO_FILTER = { externalTables: [], externalEnums: [] }

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, findManifest, getManifest } from '#lib/brands/index.ts'
import { announceUnits } from '#lib/devices/index.ts'
import { AnnounceUnits } from '#lib/devices/schema.ts'
import { closeDatabase } from '#lib/platform/database/index.ts'
import { translator } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { databaseFault } from './database-fault.ts'
import { applyLocalEnvironment } from './local-environment.ts'

// npm run --silent device-label -- <brand> <kind> <serial> <model> > label.svg: the QR picture to be printed on a device,
// which is made known to the portal if it was not.
const [brand = '', kind = '', serial = '', ...model] = process.argv.slice(2)

try {
  if (!findManifest(brand)) throw new Error(`Say for which brand: ${BRAND_KEYS.join(' | ')}`)
  const kinds = getManifest(brand).deviceKinds.filter(({ bindable }) => bindable)
  const parsed = AnnounceUnits.safeParse({ units: [{ kind, serial, model: model.join(' ') }] })
  if (!parsed.success)
    throw new Error(`Say which device: ${brand} ${kinds.map(({ key }) => key).join('|')} <number in capitals> <model>`)
  applyLocalEnvironment()
  const [answer] = await announceUnits(systemGrant('terminal', 'intake:write', { brand }), parsed.data)
  if (!answer || answer instanceof Refusal)
    throw new Error(translator('en', 'errors')(answer?.code ?? 'web.unexpected'))
  process.stdout.write(await drawCode(answer.code))
} catch (fault) {
  process.stderr.write(`${databaseFault(fault) ?? (fault instanceof Error ? fault.message : String(fault))}\n`)
  process.exitCode = 2
}
await closeDatabase()

async function drawCode(text: string): Promise<string> {
  const program = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(program).buffer },
    fireImmediately: true,
  })
  return (await writeBarcode(text, { format: 'QRCode', ecLevel: 'Q' })).svg
}

// Runs on whatever Node the machine has (20.19 or newer), before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const marker = 'node_modules/.openbook-installed'

/** Ends the process with one sentence that says what to do. */
export function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

/** Installs what package-lock.json names, unless exactly that is installed already. */
export function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Openbook needs Node 20.19 or newer; this is ${process.versions.node}.`)
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === `${wanted} ${process.platform}-${process.arch}`) return
  refuseFullDisk()
  process.stdout.write('· Installing packages (the first time takes a minute or two)\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, stderr } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: quietPrisma(process.env),
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop(reason(stderr ?? ''))
  writeFileSync(marker, `${wanted} ${process.platform}-${process.arch}`)
}

/** The Node that came with the packages, newer than the machine's may be. */
export function currentNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const shipped = join(process.cwd(), 'node_modules/node/bin', name)
  return existsSync(shipped) ? shipped : process.execPath
}

/** Prisma's native engine is not used (see docs/decisions/0003); naming one stops the attempt to fetch it. */
export function quietPrisma(env) {
  return {
    ...env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

function refuseFullDisk() {
  const { bavail, bsize } = statfsSync('.')
  const megabytes = Math.floor((bavail * bsize) / 1_000_000)
  if (megabytes < 1_500)
    stop(
      `The disk is nearly full: ${megabytes} MB are free and about 1,500 MB are needed. Free some space and start again.`,
    )
}

function reason(stderr) {
  if (/ENOSPC/.test(stderr)) return 'The disk is full. Free some space and start again.'
  if (/EACCES|EPERM/.test(stderr))
    return `The folder ${process.cwd()} cannot be written. Change its permissions and start again.`
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(stderr))
    return 'The packages could not be fetched: the network or the package registry cannot be reached.'
  return `The packages could not be installed:\n${stderr.split('\n').slice(0, 8).join('\n')}`
}

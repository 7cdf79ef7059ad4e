import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, createWriteStream, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { StartFault } from './steps.ts'

/** The processes of one running portal, and the file that remembers them in case this one is killed. */
export class Processes {
  readonly #folder: string
  readonly #children = new Map<string, ChildProcess>()
  #stopping = false
  #remembered = false

  constructor(dataFolder: string) {
    this.#folder = dataFolder
  }

  /** @throws StartFault where the data folder cannot be written */
  #makeFolder(): void {
    try {
      makeFolder(join(this.#folder, 'logs'))
      accessSync(this.#folder, constants.W_OK)
    } catch (fault) {
      const code = fault instanceof Error && 'code' in fault ? fault.code : ''
      if (code === 'ENOSPC') throw fault
      throw new StartFault(
        `The data folder ${this.#folder} cannot be written. Check its permissions, or name another one in OPENBOOK_DATA.`,
      )
    }
  }

  /**
   * Clears away what an earlier start left behind when it was killed.
   * @throws StartFault when that start is still running
   */
  clearLeftovers(): void {
    this.#makeFolder()
    const file = this.#file()
    if (existsSync(file)) {
      const { supervisor, children } = readRunning(file)
      if (isOurs(supervisor))
        throw new StartFault(
          `Openbook already runs from this folder (process ${supervisor}). Stop it first, with Ctrl-C in its terminal.`,
        )
      for (const pid of children) if (isOurs(pid)) process.kill(pid, 'SIGKILL')
      rmSync(file)
    }
    stopOrphanedPostgres(join(this.#folder, 'postgres'))
    this.#remember()
  }

  /** Starts a process of the portal; when it ends by itself, `onEnd` hears of it. */
  start(name: string, args: readonly string[], env: NodeJS.ProcessEnv, onEnd: (name: string) => void): void {
    // The channel closes when this process is killed, and each child ends itself then.
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    const log = createWriteStream(join(this.#folder, 'logs', `${name}.log`), { flags: 'a' })
    child.stdout?.pipe(log)
    child.stderr?.pipe(log)
    child.on('exit', () => {
      this.#children.delete(name)
      if (!this.#stopping) onEnd(name)
    })
    this.#children.set(name, child)
    this.#remember()
  }

  /** Asks every process to end, and ends those that do not within a few seconds. */
  async stop(): Promise<void> {
    this.#stopping = true
    await Promise.all([...this.#children.values()].map(endProcess))
    if (this.#remembered) rmSync(this.#file(), { force: true })
  }

  logFile(name: string): string {
    return join(this.#folder, 'logs', `${name}.log`)
  }

  #file() {
    return join(this.#folder, 'running.json')
  }

  #remember() {
    const children = [...this.#children.values()].flatMap((child) => (child.pid ? [child.pid] : []))
    writeFileSync(this.#file(), JSON.stringify({ supervisor: process.pid, children }))
    this.#remembered = true
  }
}

/** A file that a full disk or a lost current cut short remembers nobody. */
function readRunning(file: string): { supervisor: number; children: number[] } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { supervisor: number; children: number[] }
  } catch {
    return { supervisor: process.pid, children: [] }
  }
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 8_000)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** Whether a process lives and is one of this project's, so that a number used again is not mistaken for it. */
function isOurs(pid: number): boolean {
  return pid !== process.pid && /scripts\/(start|web)|worker\/main|sandbox\/main/.test(commandOf(pid))
}

function commandOf(pid: number): string {
  try {
    process.kill(pid, 0)
    if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** A database server that outlived its supervisor is asked to shut down; its files stay sound. */
function stopOrphanedPostgres(folder: string) {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!pid || !/postgres/.test(commandOf(pid))) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 100 && commandOf(pid); waited += 1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
}

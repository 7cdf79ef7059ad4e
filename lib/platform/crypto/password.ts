import { hash, verify } from '@node-rs/argon2'

// Argon2id with 19 MiB and two passes; few at a time, so that a burst of sign-ins cannot take all memory.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 4

let running = 0
const waiting: (() => void)[] = []

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), OPTIONS))
}

// Compared against when there is no account, so that both answers take the same time.
const nobody = hashPassword('there is no such account')

/** True when the password fits. Takes the same time for `null` as for a wrong password. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await nobody)
  const fits = await inTurn(() => verify(against, password.normalize('NFC')))
  return fits && stored !== null
}

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await run()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

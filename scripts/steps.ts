/** A fault that the person at the terminal can mend; shown as its one sentence. */
export class StartFault extends Error {}

/** Runs a step and says on the terminal what it is, how it ended and how long it took. */
export async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  const began = Date.now()
  if (process.stdout.isTTY) process.stdout.write(`· ${name} …`)
  const result = await run().catch((fault: unknown) => {
    if (process.stdout.isTTY) process.stdout.write('\n')
    throw explain(name, fault)
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}✓ ${name.padEnd(44)} ${seconds.padStart(6)} s\n`)
  return result
}

function explain(name: string, fault: unknown): Error {
  if (fault instanceof StartFault) return fault
  const text = fault instanceof Error ? `${fault.message} ${'code' in fault ? String(fault.code) : ''}` : String(fault)
  if (/ENOSPC|No space left/i.test(text)) return new StartFault('The disk is full. Free some space and start again.')
  if (/EACCES|EPERM|Permission denied/i.test(text))
    return new StartFault(
      `${name}: a file or folder cannot be written. Check the permissions of this folder and of the data folder.`,
    )
  return fault instanceof Error ? fault : new Error(text)
}

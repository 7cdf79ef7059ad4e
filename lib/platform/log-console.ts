import { log } from './log.ts'

/**
 * Sends what a framework prints of a fault through the log, which keeps its name, number and frames and never its message:
 * the message of a database or a parser holds what it failed on. Plain words are kept, they are the framework's own.
 */
export function logConsole(): void {
  console.error = (...said: unknown[]) => log.error(told(said), 'the web server reports')
  console.warn = (...said: unknown[]) => log.warn(told(said), 'the web server warns')
}

function told(said: readonly unknown[]) {
  const fault = said.find((one) => one instanceof Error)
  if (fault) return { fault }
  return { words: said.filter((one) => typeof one === 'string').join(' ') }
}

import pino from 'pino'

/**
 * Structured logs without personal data: ids, codes and counts only. What could hold a secret or a person is
 * redacted by key, as a net under the rule and not in place of it.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  redact: {
    paths: [
      '*.password',
      '*.code',
      '*.email',
      '*.phone',
      '*.token',
      '*.secret',
      '*.authorization',
      '*.cookie',
      '*.to',
      '*.text',
    ],
    censor: '[redacted]',
  },
  serializers: { err: serializeFault, fault: serializeFault },
})

/** A fault without its values: database drivers put parameters and rows into messages. */
function serializeFault(fault: unknown) {
  if (!(fault instanceof Error)) return { name: typeof fault }
  // Not as `code`, which is redacted: elsewhere that is what somebody types in to prove who they are.
  const reason = 'code' in fault ? String(fault.code) : undefined
  // The number that a page shows of a fault.
  const digest = 'digest' in fault ? String(fault.digest) : undefined
  const frames = fault.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
  return { name: fault.name, reason, digest, frames }
}

import type { Recipient } from './manifest-schema.ts'

/** Whether a person may refuse a recipient: neither essential, nor an authority, nor the public, which gets nothing unasked. */
export function isRefusable({ essential, kind }: Pick<Recipient, 'essential' | 'kind'>): boolean {
  return !essential && kind !== 'authority' && kind !== 'public'
}

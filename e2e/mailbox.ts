import { expect } from '@playwright/test'
import { z } from 'zod'
import { standIn } from './portal.ts'

const Messages = z.object({ messages: z.array(z.object({ text: z.string() })) })

/** What arrived for a mail address or a phone number, newest first. */
async function messagesTo(address: string): Promise<string[]> {
  const mail = address.includes('@')
  const to = encodeURIComponent(mail ? address : address.replaceAll(' ', ''))
  const answer = await fetch(`${standIn('SANDBOX_MAILBOX_PORT')}/api/${mail ? 'mail' : 'sms'}?to=${to}`)
  return Messages.parse(await answer.json()).messages.map(({ text }) => text)
}

/** Does something that sends a message, and waits for its text. */
export async function messageAfter(address: string, doing: () => Promise<void>): Promise<string> {
  const before = (await messagesTo(address)).length
  await doing()
  const options = { message: `a message to ${address}`, timeout: 20_000, intervals: [200] }
  await expect.poll(async () => (await messagesTo(address)).length, options).toBeGreaterThan(before)
  return (await messagesTo(address))[0] ?? ''
}

/** Does something that sends a code, and waits for it. */
export async function codeAfter(address: string, doing: () => Promise<void>): Promise<string> {
  const text = await messageAfter(address, doing)
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) throw new Error(`no code in: ${text}`)
  return code
}

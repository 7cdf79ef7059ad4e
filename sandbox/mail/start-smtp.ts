import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { FaultBoard } from '../wire/faults.ts'
import { newIdentifier } from '../wire/identifier.ts'
import type { MailMessage } from './message.ts'

interface Options {
  host: string
  port: number
  faults: FaultBoard
  deliver(message: MailMessage): void
}

const MAX_BYTES = 10_000_000

export function linksIn(text: string): string[] {
  return [...new Set([...text.matchAll(/https?:\/\/[^\s<>"']+/g)].map(([link]) => link.replace(/[.,;:!?)\]]+$/, '')))]
}

function sizeOf(content: ArrayBuffer | Uint8Array | string): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength
}

function hrefsIn(markup: string): string[] {
  return [...markup.matchAll(/href="(https?:\/\/[^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
}

function toMessage(email: Email, session: SMTPServerSession): MailMessage {
  const text = email.text ?? ''
  const from = session.envelope.mailFrom
  return {
    id: newIdentifier('mail_', 16),
    at: new Date().toISOString(),
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    from: email.from?.address ?? (from ? from.address : ''),
    subject: email.subject ?? '',
    text,
    html: email.html ?? null,
    headers: Object.fromEntries(email.headers.map(({ key, value }) => [key, value])),
    attachments: email.attachments.map((part) => ({
      filename: part.filename ?? '',
      type: part.mimeType,
      bytes: sizeOf(part.content),
    })),
    links: [...new Set([...linksIn(text), ...hrefsIn(email.html ?? '')])],
  }
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}

/** Accepts any mail, with or without a sign-in, and delivers it nowhere but into the mailbox page. */
export async function startSmtp({ host, port, faults, deliver }: Options) {
  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const raw = await readAll(stream)
    if (stream.sizeExceeded) throw refusal(552, 'Message is too large')
    const fault = faults.takeRequest('SMTP', session.envelope.rcptTo[0]?.address ?? '')
    if (fault?.kind === 'delay') await sleep(fault.delayMs)
    if (fault?.kind === 'status_429' || fault?.kind === 'status_500') throw refusal(451, 'Try again later')
    if (fault?.kind === 'cut_before') throw refusal(421, 'Closing')
    deliver(toMessage(await PostalMime.parse(raw), session))
  }
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    banner: 'Sandbox: nothing is delivered',
    size: MAX_BYTES,
    logger: false,
    onAuth: (_auth, _session, done) => done(null, { user: 'sandbox' }),
    onData: (stream, session, done) => {
      take(stream, session).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error('Not taken')),
      )
    },
  })
  server.on('error', () => {})
  const listening = server.listen(port, host)
  await Promise.race([once(listening, 'listening'), once(listening, 'error').then(([error]) => Promise.reject(error))])
  const address = listening.address()
  const opened = typeof address === 'object' && address ? address.port : port
  return {
    url: `smtp://${host === '0.0.0.0' ? '127.0.0.1' : host}:${opened}`,
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

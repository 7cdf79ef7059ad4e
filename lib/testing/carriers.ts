import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { systemGrant } from '#lib/access/index.ts'
import { sendMessage } from '#lib/notifications/index.ts'
import { database } from '#lib/platform/database/index.ts'

export interface Carried {
  readonly to: string
  readonly text: string
}

/** A carrier of mail and one of text messages on the wire, for as long as a test file runs, with what they carried. */
export async function startCarriers() {
  const mails: Carried[] = []
  const texts: Carried[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      void stream.toArray().then(async (chunks) => {
        const { text } = await PostalMime.parse(Buffer.concat(chunks))
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: text ?? '' })
        done(null)
      })
    },
  })
  const sms = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const { to, text } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Carried
      texts.push({ to, text })
      response.writeHead(201).end('{}')
    })
  })
  const smtpPort = await new Promise<number>((resolve) => {
    const server = smtp.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  const smsPort = await new Promise<number>((resolve) => {
    sms.listen(0, '127.0.0.1', () => resolve((sms.address() as AddressInfo).port))
  })
  process.env.SMTP_URL = `smtp://127.0.0.1:${smtpPort}`
  process.env.SMS_API_URL = `http://127.0.0.1:${smsPort}/sms/messages`
  return {
    mails,
    texts,
    stop: () => {
      smtp.close()
      sms.close()
    },
  }
}

/** Sends what waits for these people, as the jobs of the queue do. */
export async function sendWaiting(brand: string, subjects: readonly string[]): Promise<void> {
  const waiting = await database('system').outgoingMessage.findMany({
    where: { brand, subjectId: { in: [...subjects] }, sentAt: null },
    select: { id: true },
  })
  const grant = systemGrant('test', 'messages:send', { brand })
  for (const { id } of waiting) await sendMessage(grant, { messageId: id })
}

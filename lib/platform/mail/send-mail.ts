import { createTransport, type Transporter } from 'nodemailer'
import addressParser from 'nodemailer/lib/addressparser/index.js'
import { environment } from '../environment.ts'

export interface Mail {
  /** The same for the same mail sent twice, so that mailboxes can tell. */
  readonly id: string
  readonly fromName: string
  readonly replyTo: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** For mail of a list: where a POST leaves it, without a question (RFC 8058). */
  readonly unsubscribe: string | null
}

let transporter: Transporter | undefined

/**
 * Hands a mail to the server at SMTP_URL, from the address in MAIL_FROM.
 * @throws when the server does not take it; nothing of the mail is in the message
 */
export async function sendMail(mail: Mail): Promise<void> {
  transporter ??= createTransport({
    url: environment().SMTP_URL,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    // A mail is made of what stands in it; nothing is read from files or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const address = senderAddress()
  await transporter.sendMail({
    messageId: `<${mail.id}@${address.split('@')[1] ?? 'localhost'}>`,
    from: { name: mail.fromName, address },
    replyTo: mail.replyTo,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Answers of machines ("I am on holiday") stay away.
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mail.unsubscribe
        ? {
            'List-Unsubscribe': `<${mail.unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
  })
}

function senderAddress(): string {
  const [from] = addressParser(environment().MAIL_FROM, { flatten: true })
  if (!from?.address) throw new Error('MAIL_FROM holds no address')
  return from.address
}

export interface MailMessage {
  id: string
  at: string
  /** The envelope's recipients: who really gets it. */
  to: string[]
  from: string
  subject: string
  text: string
  html: string | null
  headers: Record<string, string>
  attachments: { filename: string; type: string; bytes: number }[]
  /** Addresses of the web found in the text, in order. */
  links: string[]
}

export interface SmsMessage {
  id: string
  at: string
  to: string
  text: string
}

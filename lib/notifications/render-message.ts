import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import type { MessageContent } from './message-content.ts'

/** A mail as it is sent: the same words in plain text and in simple HTML, with nothing loaded from elsewhere. */
export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where one click leaves the list (RFC 8058); null for what is no list. */
  readonly unsubscribe: string | null
}

export function renderMail(brand: string, content: MessageContent): RenderedMail {
  const manifest = getManifest(brand)
  const t = translator(content.locale, 'mail')
  const values = { brand: manifest.name, ...content.values }
  const subject = t(`${content.kind}.subject`, values)
  const paragraphs = t(`${content.kind}.text`, values).split('\n\n')
  const pay = content.pay && { label: t('layout.pay', values), href: addressOf(content.pay) }
  const action = content.path && {
    label: t.has(`${content.kind}.action`) ? t(`${content.kind}.action`, values) : t('layout.open', values),
    href: addressOf(content.path),
  }
  const footer = footerLines(manifest, content.locale)
  const leave = content.leave && {
    label: t('layout.leave', values),
    href: addressOf(`/${brand}/unsubscribe/${content.leave}`),
  }
  const code = content.values?.code
  return {
    subject,
    unsubscribe: content.leave ? addressOf(`/api/${brand}/unsubscribe/${content.leave}`) : null,
    text: [
      ...paragraphs,
      ...[pay, action, leave].flatMap((link) => (link ? [`${link.label}\n${link.href}`] : [])),
      `-- \n${footer.join('\n')}`,
    ].join('\n\n'),
    html: page(content.locale, subject, [
      ...paragraphs.map((paragraph) => `<p>${withCode(paragraph, code)}</p>`),
      ...[pay, action, leave].flatMap((link) =>
        link ? [`<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>`] : [],
      ),
      `<hr><p><small>${footer.map(escapeHtml).join('<br>')}</small></p>`,
      ...(content.pixel ? [`<img src="${escapeHtml(addressOf(content.pixel))}" width="1" height="1" alt="">`] : []),
    ]),
  }
}

function addressOf(path: string): string {
  return new URL(path, environment().PUBLIC_URL).href
}

export function renderSms(brand: string, content: MessageContent): string {
  const values = { brand: getManifest(brand).name, ...content.values }
  const t = translator(content.locale, 'mail')
  const text = t(`${content.kind}.sms`, values)
  if (content.pay) return `${text} ${t('layout.payBy', { link: addressOf(content.pay) })}`
  return content.linkInText && content.path ? `${text} ${addressOf(content.path)}` : text
}

/** What a browser shows, and where a click leads; short, and without what a stranger beside the screen should read. */
export function renderPush(brand: string, content: MessageContent): string {
  const values = { brand: getManifest(brand).name, ...content.values }
  const t = translator(content.locale, 'mail')
  return JSON.stringify({
    title: t(`${content.kind}.push.title`, values),
    body: t(`${content.kind}.push.text`, values),
    path: content.path ?? `/${brand}/me`,
    lang: content.locale,
  })
}

function footerLines(manifest: Manifest, locale: Locale): string[] {
  const { name, address, email, phone } = manifest.controller
  const t = translator(locale, 'mail.layout')
  return [
    t('from', { brand: manifest.name, controller: name }),
    address[locale],
    phone ? t('contactPhone', { email, phone }) : t('contact', { email }),
  ]
}

function page(locale: Locale, title: string, parts: readonly string[]): string {
  const style = 'max-width:36em;margin:0 auto;padding:1em;font:16px/1.5 system-ui,sans-serif'
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body style="${style}">${parts.join('')}</body></html>`
}

function withCode(paragraph: string, code: string | number | undefined): string {
  const text = escapeHtml(paragraph).replaceAll('\n', '<br>')
  if (code === undefined) return text
  return text.replace(
    escapeHtml(String(code)),
    (found) => `<strong style="font-size:1.5em;letter-spacing:.1em">${found}</strong>`,
  )
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import { Static } from '../ui/static.tsx'
import type { BrandContact } from './brand-look.ts'

/** The controller and how to reach it, on each page of a brand. */
export function ContactFooter({ brand, contact }: { brand: string; contact: BrandContact }) {
  const t = useTranslations('shell.contact')
  return (
    <Static as="footer" className="mt-16 border-t border-line bg-sunken text-sm print:mt-8">
      <div className="mx-auto flex max-w-page flex-wrap justify-between gap-x-12 gap-y-6 px-4 py-8 sm:px-6">
        <section aria-labelledby="contact-title" className="max-w-prose">
          <h2 id="contact-title" className="mb-2 font-semibold">
            {t('title')}
          </h2>
          <address className="not-italic">
            <strong className="font-medium">{contact.controller}</strong>
            <br />
            {contact.address}
            <br />
            {t.rich('writeTo', { address: () => <a href={`mailto:${contact.email}`}>{contact.email}</a> })}
            {contact.phone ? (
              <>
                <br />
                {t.rich('call', {
                  number: () => <a href={`tel:${contact.phone?.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>,
                })}
              </>
            ) : null}
          </address>
          <p className="mt-2 text-ink-soft">
            {t.rich('complaint', {
              authority: contact.complaint.name,
              link: (name) =>
                contact.complaint.url ? (
                  <a href={contact.complaint.url} rel="noreferrer">
                    {name}
                  </a>
                ) : (
                  name
                ),
            })}
          </p>
        </section>
        <ul className="grid content-start print:hidden">
          {(['policy', 'purposes', 'recipients', 'cookies'] as const).map((page) => (
            <li key={page}>
              <Link href={`/${brand}/${page}`} className="link sm:min-h-8">
                {t(page)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Static>
  )
}

import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import type { AnnouncementContent } from '#lib/announcements/schema.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'

interface AnnouncementTextProps {
  content: AnnouncementContent
  locale: Locale
  /** Below a title that is itself one among others: the headings are smaller than it. */
  within?: boolean
}

/** The paragraphs of an announcement under their headings. */
export function AnnouncementText({ content, locale, within = false }: AnnouncementTextProps) {
  const t = useTranslations('announcements.sections')
  return content.sections.map(({ key, text }) => {
    const paragraphs = text[locale].split(/\n+/).map((paragraph) => (
      <p key={paragraph} className="mb-3 max-w-prose wrap-anywhere">
        {paragraph}
      </p>
    ))
    return within ? (
      <section key={key} className="mt-4">
        <h3 className="mb-1">{t(key)}</h3>
        {paragraphs}
      </section>
    ) : (
      <Section key={key} title={t(key)}>
        {paragraphs}
      </Section>
    )
  })
}

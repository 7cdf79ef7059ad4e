import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import type { AnnouncementContent } from '#lib/announcements/schema.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'

/** The paragraphs of an announcement under their headings. */
export function AnnouncementText({ content, locale }: { content: AnnouncementContent; locale: Locale }) {
  const t = useTranslations('announcements.sections')
  return content.sections.map(({ key, text }) => (
    <Section key={key} title={t(key)}>
      {text[locale].split(/\n+/).map((paragraph) => (
        <p key={paragraph} className="mb-3 max-w-prose wrap-anywhere">
          {paragraph}
        </p>
      ))}
    </Section>
  ))
}

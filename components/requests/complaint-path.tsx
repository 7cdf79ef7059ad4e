import { useTranslations } from 'next-intl'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Section } from '#components/ui/section.tsx'

export interface ComplaintPathProps {
  /** The brand's address, for whoever wants to write once more. */
  email: string
  /** Who hears complaints about the brand, by name, and where. */
  authority: { name: string; url: string | undefined }
}

/** Where to go with an answer that does not satisfy: to the brand, the regulator, a court (WBP-23). */
export function ComplaintPath({ email, authority }: ComplaintPathProps) {
  const t = useTranslations('requests.complain')
  return (
    <Section title={t('title')} lead={t('lead')}>
      <ul className="grid max-w-prose list-disc gap-2 ps-6">
        <li>{t.rich('brand', { email: () => <TextLink href={`mailto:${email}`}>{email}</TextLink> })}</li>
        <li>
          {t('authority')} {authority.url ? <TextLink href={authority.url}>{authority.name}</TextLink> : authority.name}
        </li>
        <li>{t('court')}</li>
      </ul>
    </Section>
  )
}

import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'

/** What to do for an account that no code can be sent to; said to everyone, so that it says nothing about anyone. */
export function NoAddress({ email }: { email: string }) {
  const t = useTranslations('identity.recover.without')
  return (
    <Notice title={t('title')}>
      {t.rich('text', {
        email,
        mail: (words) => (
          <a className="underline underline-offset-4" href={`mailto:${email}`}>
            {words}
          </a>
        ),
      })}
    </Notice>
  )
}

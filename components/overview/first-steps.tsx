import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Link } from '../ui/link.tsx'

/** What whoever has no device can do next: an overview of nothing says nothing. */
export function FirstSteps({ brand }: { brand: string }) {
  const t = useTranslations('overview.first')
  return (
    <div className="mb-6">
      <Notice
        tone="info"
        title={t('title')}
        action={
          <Button href={`/${brand}/me/devices/add`} icon="plus">
            {t('add')}
          </Button>
        }
      >
        {t.rich('text', {
          choices: (words) => (
            <Link className="underline underline-offset-4" href={`/${brand}/me/choices`}>
              {words}
            </Link>
          ),
          profile: (words) => (
            <Link className="underline underline-offset-4" href={`/${brand}/me/profile`}>
              {words}
            </Link>
          ),
        })}
      </Notice>
    </div>
  )
}

import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { breakable } from '#components/ui/format.ts'

export interface PermissionFactsProps {
  systemNames: readonly string[]
  uses: readonly string[]
  consequence: string
  processing: 'on_device' | 'uploaded'
}

/** What a permission of the phone is for, whether anything leaves the phone, and what a no costs. */
export function PermissionFacts({ systemNames, uses, consequence, processing }: PermissionFactsProps) {
  const t = useTranslations('transparency.permissions')
  return (
    <>
      <p className="mb-3">
        <Badge
          tone={processing === 'on_device' ? 'good' : 'info'}
          icon={processing === 'on_device' ? 'devices' : 'upload'}
        >
          {t(processing)}
        </Badge>
      </p>
      <DescriptionList
        items={[
          ...(uses.length > 0
            ? [
                {
                  term: t('uses'),
                  value:
                    uses.length === 1 ? (
                      uses[0]
                    ) : (
                      <ul className="list-disc ps-4">
                        {uses.map((use) => (
                          <li key={use}>{use}</li>
                        ))}
                      </ul>
                    ),
                },
              ]
            : []),
          { term: t('ifNo'), value: consequence },
          ...(systemNames.length > 0
            ? [
                {
                  term: t('systemNames'),
                  value: systemNames.map((name) => (
                    <code key={name} className="block font-mono text-sm wrap-anywhere">
                      {breakable(name)}
                    </code>
                  )),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

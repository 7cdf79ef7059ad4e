import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Switch } from '#components/ui/switch.tsx'
import type { ConsentView } from '#lib/consents/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { decideConsentAction } from './actions.ts'

interface PurposeChoiceProps {
  brand: string
  zone: string
  consent: ConsentView
  /** False where staff look on behalf of the person. */
  decides: boolean
}

/**
 * One optional purpose: what it is, what a no costs, and then the control. Where nothing was decided yet, yes and no
 * weigh the same; afterwards it is a switch.
 */
export async function PurposeChoice({ brand, zone, consent, decides }: PurposeChoiceProps) {
  const [t, locale] = await Promise.all([getTranslations('consents'), requestLocale()])
  const { purpose, name, notice, consequence, shown, granted, last } = consent
  const hidden = { brand, purpose, locale, shown, returnTo: `/${brand}/me/choices` }
  const decided = last
    ? t('last', {
        decision: t(`decisions.${last.decision}`),
        date: formatDate(last.decidedAt, locale, zone, 'datetime'),
        version: last.noticeVersion,
      })
    : t('undecided')
  return (
    <Card title={name} level={3}>
      <div id={purpose} className="grid gap-3">
        <p className="max-w-prose">{notice}</p>
        <p className="max-w-prose font-medium">{consequence}</p>
        {last || !decides ? (
          <Switch
            action={decideConsentAction}
            name="wanted"
            label={t('allow')}
            on={granted}
            hidden={hidden}
            {...(decides ? {} : { locked: t('onBehalf') })}
          >
            {decided}
          </Switch>
        ) : (
          <>
            <p className="text-sm text-ink-soft">{decided}</p>
            <div className="flex flex-wrap gap-3">
              {(['on', 'off'] as const).map((wanted) => (
                <Form
                  key={wanted}
                  action={decideConsentAction}
                  hidden={{ ...hidden, wanted }}
                  submit={t(wanted === 'on' ? 'allow' : 'refuse')}
                  label={t(wanted === 'on' ? 'allowLabel' : 'refuseLabel', { purpose: name })}
                  tone="secondary"
                  inline
                />
              ))}
            </div>
          </>
        )}
      </div>
    </Card>
  )
}

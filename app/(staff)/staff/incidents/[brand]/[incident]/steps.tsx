import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Section } from '#components/ui/section.tsx'
import type { IncidentView } from '#lib/incidents/index.ts'
import { ReasonField } from '../../../reason-field.tsx'
import { askNotifyAction, markReportedAction } from '../../actions.ts'

interface StepProps {
  brand: string
  incident: IncidentView
}

/** Asks a colleague to let people be told; what is sent is what stands here now. */
export async function Send({ brand, incident, people, chosen }: StepProps & { people: number; chosen: boolean }) {
  const t = await getTranslations('incidents.send')
  return (
    <Section title={t('title')} lead={chosen ? t('lead', { count: people }) : t('chooseFirst')}>
      {chosen && people > 0 ? (
        <Form
          action={askNotifyAction}
          hidden={{ brand, incident: incident.id, digest: incident.digest }}
          submit={t('submit')}
        >
          <ReasonField />
        </Form>
      ) : null}
    </Section>
  )
}

/** The report for the authority, and that it was given. */
export async function Authority({ brand, incident, may }: StepProps & { may: boolean }) {
  const t = await getTranslations('incidents.report')
  return (
    <Section title={t('title')} lead={t('lead')}>
      <div className="flex flex-wrap gap-3">
        <Button href={`/staff/incidents/${brand}/${incident.id}/report`} tone="secondary">
          {t('read')}
        </Button>
        <Button href={`/api/${brand}/incidents/${incident.id}/report`} tone="secondary" external>
          {t('download')}
        </Button>
      </div>
      {may && !incident.reportedAt ? (
        <div className="mt-6">
          <Form
            action={markReportedAction}
            hidden={{ brand, incident: incident.id }}
            submit={t('mark')}
            tone="secondary"
          >
            {incident.late ? (
              <Field name="lateReason" kind="textarea" label={t('lateReason')} hint={t('lateHint')} rows={3} />
            ) : null}
          </Form>
        </div>
      ) : null}
      {incident.lateReason ? <p className="mt-4 max-w-prose">{incident.lateReason}</p> : null}
    </Section>
  )
}

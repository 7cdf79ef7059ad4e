import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Form, type FormProps } from '#components/ui/form.tsx'
import { WordsField } from './words-field.tsx'

interface FoldedWayProps {
  way: 'question' | 'identity' | 'extend' | 'fee' | 'refuse'
  action: FormProps['action']
  hidden: Record<string, string>
  tone?: 'secondary' | 'danger'
  /** How many more days, where it is for time. */
  days?: number
  /** What is asked before the words. */
  children?: ReactNode
}

/** A way other than to answer, folded until it is chosen; the person reads the words that it takes. */
export function FoldedWay({ way, action, hidden, tone = 'secondary', days = 0, children }: FoldedWayProps) {
  const t = useTranslations(`requests.staff.${way}`)
  return (
    <Form folded={t('open')} action={action} hidden={hidden} submit={t('submit')} tone={tone}>
      {children}
      <WordsField label={t('label')} hint={t('hint', { days })} />
    </Form>
  )
}

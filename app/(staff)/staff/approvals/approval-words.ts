import { getTranslations } from 'next-intl/server'
import type { ApprovalView } from '#lib/approvals/index.ts'

/** What an operation is called and what it is about, in the reader's language. */
export async function approvalWords() {
  const t = await getTranslations('approvals.kinds')
  return ({ kind, summary }: Pick<ApprovalView, 'kind' | 'summary'>) => ({
    title: t.has(`${kind}.title`) ? t(`${kind}.title`) : kind,
    summary: t.has(`${kind}.summary`) ? t(`${kind}.summary`, { ...summary }) : '',
  })
}

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { KeptFormProvider } from '#components/ui/kept-form.tsx'
import type { SessionView } from '#lib/access/index.ts'
import { findKeptForm } from '#lib/web/kept-form.ts'

/** Gives a form that waited for a proof of who sent it back to its page, filled in. */
export async function KeptForm({ session, children }: { session: SessionView | null; children: ReactNode }) {
  const [kept, t] = await Promise.all([findKeptForm(session), getTranslations('common.form.kept')])
  const value = kept && {
    name: kept.name,
    values: { ...kept.values },
    title: t('title'),
    message: t(kept.files ? 'withoutFiles' : 'text'),
  }
  return <KeptFormProvider kept={value}>{children}</KeptFormProvider>
}

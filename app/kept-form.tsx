import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { KeptFormProvider } from '#components/ui/kept-form.tsx'
import type { SessionView } from '#lib/access/index.ts'
import { findKeptForm } from '#lib/web/kept-form.ts'

interface KeptFormProps {
  session: SessionView | null
  /** For whom the page is drawn. */
  sender: string | null
  children: ReactNode
}

/** Gives a form that waited for a proof of who sent it back to its page, filled in. */
export async function KeptForm({ session, sender, children }: KeptFormProps) {
  const [kept, t] = await Promise.all([findKeptForm(session, sender), getTranslations('common.form.kept')])
  const value = kept && {
    name: kept.name,
    values: { ...kept.values },
    title: t('title'),
    message: t(kept.files ? 'withoutFiles' : 'text'),
  }
  return <KeptFormProvider kept={value}>{children}</KeptFormProvider>
}

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { KeptForm } from '#app/kept-form.tsx'
import { SignOut } from '#components/shell/sign-out.tsx'
import { StaffShell } from '#components/shell/staff-shell.tsx'
import { SenderProvider } from '#components/ui/sender.tsx'
import { currentPath } from '#lib/web/current-path.ts'
import { currentSession } from '#lib/web/current-session.ts'
import { senderMark } from '#lib/web/sender-mark.ts'

/** The shell around staff pages. It shows who is signed in and guards nothing: each page asks for its grant. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const [session, path, t] = await Promise.all([currentSession(), currentPath(), getTranslations('shell')])
  const staff = session?.actor.kind === 'staff' ? session.actor : null
  // Here staff act as themselves, also while there is somebody whom they act for elsewhere.
  const sender = session && senderMark(session.actor, null)
  return (
    <SenderProvider mark={sender}>
      <StaffShell
        staff={staff && { name: staff.name, role: staff.role }}
        path={path}
        signOut={<SignOut brand="" label={t('signOut')} />}
      >
        <KeptForm session={session} sender={sender}>
          {children}
        </KeptForm>
      </StaffShell>
    </SenderProvider>
  )
}

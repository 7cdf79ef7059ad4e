import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { Static } from '../ui/static.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SkipLink } from './skip-link.tsx'

/** Around pages that belong to no brand, and what is not found. */
export function PortalShell({ path, children }: { path: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <Static as="header" whole className="border-b border-line">
        <div className="mx-auto flex min-h-16 max-w-page items-center justify-between gap-4 px-4 sm:px-6">
          <a href="/" className="flex min-h-11 items-center gap-3 font-semibold">
            <Icon name="audit" size={24} className="text-accent" />
            Openbook
          </a>
          <LanguageSwitch path={path} />
        </div>
      </Static>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-12 sm:px-6">
        {children}
      </main>
    </div>
  )
}

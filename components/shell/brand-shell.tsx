import type { ReactNode } from 'react'
import { BrandHeader } from './brand-header.tsx'
import { accentStyle, type BrandContact, type BrandLook } from './brand-look.ts'
import { ContactFooter } from './contact-footer.tsx'
import { PersonMenu } from './person-menu.tsx'
import { Places } from './places.tsx'
import { SkipLink } from './skip-link.tsx'
import { SupportBanner } from './support-banner.tsx'

export interface BrandShellProps {
  brand: BrandLook
  person: { name: string }
  contact: BrandContact
  /** The page that is asked for. */
  path: string
  /** The form that signs out. */
  signOut?: ReactNode
  /** While staff act for the person. `end` is the form that ends it, `zone` the one for its time. */
  support?: { staffName: string; reason: string; endsAt: Date; zone?: string; end?: ReactNode } | null
  /** What is to be decided before anything optional happens, above the page. */
  question?: ReactNode
  children: ReactNode
}

/** Around each page that a signed-in person uses. */
export function BrandShell({ brand, person, contact, path, signOut, support, question, children }: BrandShellProps) {
  return (
    <div className="brand flex min-h-dvh flex-col print:block" style={accentStyle(brand)}>
      <SkipLink />
      {support ? <SupportBanner {...support} person={person.name} /> : null}
      <BrandHeader brand={brand} home={`/${brand.key}/me`} path={path}>
        <PersonMenu name={person.name} accountHref={`/${brand.key}/me/account`} signOut={signOut} />
      </BrandHeader>
      {question}
      <div className="mx-auto flex w-full max-w-page grow gap-10 px-4 pt-6 sm:px-6 sm:pt-8 print:block">
        <Places brand={brand.key} path={path} />
        <main id="content" tabIndex={-1} className="min-w-0 grow">
          {children}
        </main>
      </div>
      <ContactFooter brand={brand.key} contact={contact} />
      {/* As high as the bar that lies over the end of the page on a phone. */}
      <div className="h-16 bg-sunken wide:hidden print:hidden" />
    </div>
  )
}

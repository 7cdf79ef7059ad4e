import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { BrandHeader } from './brand-header.tsx'
import { accentStyle, type BrandContact, type BrandLook } from './brand-look.ts'
import { ContactFooter } from './contact-footer.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SkipLink } from './skip-link.tsx'

export interface PublicShellProps {
  brand: BrandLook
  contact: BrandContact
  /** The page that is asked for. */
  path: string
  /** Somebody who is signed in reads the policy too. */
  person?: { name: string } | null
  signOut?: ReactNode
  /** `narrow` for a page that is one form (sign-in), `prose` for reading, `page` for tables. */
  width?: 'narrow' | 'prose' | 'page'
  /** What is to be decided before anything optional happens, above the page. */
  question?: ReactNode
  children: ReactNode
}

const WIDTH = { narrow: 'max-w-form', prose: 'max-w-prose', page: 'max-w-none' } as const

/** Around each page of a brand that needs no sign-in. */
export function PublicShell({
  brand,
  contact,
  path,
  person,
  signOut,
  question,
  width = 'page',
  children,
}: PublicShellProps) {
  const t = useTranslations('shell')
  return (
    <div className="brand flex min-h-dvh flex-col print:block" style={accentStyle(brand)}>
      <SkipLink />
      <BrandHeader brand={brand} home={person ? `/${brand.key}/me` : `/${brand.key}`} path={path}>
        {person ? (
          <PersonMenu name={person.name} accountHref={`/${brand.key}/me/account`} signOut={signOut} />
        ) : (
          <Link
            href={`/${brand.key}/sign-in`}
            className="inline-flex min-h-11 items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken print:hidden"
          >
            <Icon name="account" className="max-sm:hidden" />
            {t('signIn')}
          </Link>
        )}
      </BrandHeader>
      {question}
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 pt-8 sm:px-6 sm:pt-12">
        <div className={`mx-auto ${WIDTH[width]}`}>{children}</div>
      </main>
      <ContactFooter brand={brand.key} contact={contact} />
    </div>
  )
}

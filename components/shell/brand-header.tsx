import type { ReactNode } from 'react'
import { Static } from '../ui/static.tsx'
import type { BrandLook } from './brand-look.ts'
import { BrandMark } from './brand-mark.tsx'
import { LanguageSwitch } from './language-switch.tsx'

export interface BrandHeaderProps {
  brand: BrandLook
  home: string
  /** The page, to come back to. */
  path: string
  children?: ReactNode
}

/** Mark and name at the left, whatever the shell offers and the language at the right. */
export function BrandHeader({ brand, home, path, children }: BrandHeaderProps) {
  return (
    <Static as="header" className="border-b border-line">
      <div className="mx-auto flex min-h-16 max-w-page items-center justify-between gap-2 px-4 sm:px-6">
        <a href={home} className="flex min-h-11 min-w-0 items-center gap-3 font-semibold">
          <BrandMark letters={brand.markLetters} />
          <span className="truncate">{brand.name}</span>
        </a>
        <div className="flex shrink-0 items-center sm:gap-2">
          <LanguageSwitch path={path} />
          {children}
        </div>
      </div>
    </Static>
  )
}

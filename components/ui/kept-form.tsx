'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { type FormState, IDLE } from '#lib/web/form-state.ts'

/** A form of this page that waited while its sender proved who they are. */
export interface KeptFormValue {
  readonly name: string
  readonly values: Record<string, string>
  readonly title: string
  readonly message: string
}

const Kept = createContext<KeptFormValue | null>(null)

/** Stands around the pages of whoever is signed in. */
export function KeptFormProvider({ kept, children }: { kept: KeptFormValue | null; children: ReactNode }) {
  return <Kept value={kept}>{children}</Kept>
}

/** What a form begins with, and what is said above it: as it was left, where it is the one that waited. */
export function useKeptForm(name: string, hidden: Record<string, string>): { first: FormState; title: string } {
  const kept = useContext(Kept)
  const same = kept?.name === name && Object.entries(hidden).every(([key, value]) => kept.values[key] === value)
  if (!kept || !same) return { first: IDLE, title: '' }
  return { first: { status: 'kept', message: kept.message, fieldErrors: {}, values: kept.values }, title: kept.title }
}

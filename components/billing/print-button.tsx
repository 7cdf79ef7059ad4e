'use client'

import { useSyncExternalStore } from 'react'
import { buttonClass } from '#components/ui/button-class.ts'

const never = () => () => undefined

/** Opens the browser's print window; without JavaScript it is not there, and the browser's menu does the same. */
export function PrintButton({ label }: { label: string }) {
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!ready) return null
  return (
    <button type="button" className={buttonClass('secondary')} onClick={() => window.print()}>
      {label}
    </button>
  )
}

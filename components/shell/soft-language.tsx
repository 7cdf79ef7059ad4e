'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'

/**
 * Where scripts run, a change of the language does not load the page anew: it is told in the other language, and what is
 * being typed on it stays. One listener, since the header is markup that React does not know. When it fails the form is
 * sent as any other.
 */
export function SoftLanguage() {
  const router = useRouter()
  useEffect(() => {
    const change = async (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/api/locale') return
      event.preventDefault()
      const chosen = new FormData(form, event.submitter)
      // The way back to the page is not followed: one is there already.
      const sent = { method: 'POST', body: chosen, redirect: 'manual' } as const
      const answer = await fetch(form.action, sent).catch(() => null)
      if (answer?.type !== 'opaqueredirect') return sendAsItIs(form, String(chosen.get('locale')))
      form.closest<HTMLElement>('[popover]')?.hidePopover()
      startTransition(() => router.refresh())
    }
    document.addEventListener('submit', change)
    return () => document.removeEventListener('submit', change)
  }, [router])
  return null
}

function sendAsItIs(form: HTMLFormElement, locale: string): void {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'locale', value: locale })
  form.append(field)
  form.submit()
}

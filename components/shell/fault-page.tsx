'use client'

import en from '#lib/platform/i18n/messages/en/fault.json' with { type: 'json' }
import fr from '#lib/platform/i18n/messages/fr/fault.json' with { type: 'json' }
import zh from '#lib/platform/i18n/messages/zh-CN/fault.json' with { type: 'json' }
import { buttonClass } from '../ui/button-class.ts'

/** A page that failed can ask the server nothing: it takes the language from the document, else from the browser. */
function texts() {
  const wanted = typeof document === 'undefined' ? 'en' : document.documentElement.lang || navigator.language
  if (wanted.startsWith('zh')) return { lang: 'zh-CN', ...zh }
  return wanted.startsWith('fr') ? { lang: 'fr', ...fr } : { lang: 'en', ...en }
}

/** What is shown of a fault of ours: that it is ours, what to do, and the number under which it is logged. */
export function FaultPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = texts()
  const id = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <main lang={t.lang} className="mx-auto max-w-prose px-4 py-16 sm:px-6">
      <title>{t.title}</title>
      <h1 className="text-xl tracking-tight sm:text-2xl">{t.title}</h1>
      <p className="mt-2 text-ink-soft">{t.lead}</p>
      {id ? (
        <p className="mt-4">
          {t.id} <code className="font-mono">{id}</code>
        </p>
      ) : null}
      <p className="mt-8 flex flex-wrap gap-4">
        <button type="button" className={buttonClass('primary')} onClick={() => retry()}>
          {t.retry}
        </button>
        <a className={buttonClass('secondary')} href="/">
          {t.home}
        </a>
      </p>
    </main>
  )
}

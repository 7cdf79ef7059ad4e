'use client'

import { useEffect, useState } from 'react'
import { buttonClass } from '#components/ui/button-class.ts'
import { useSender } from '#components/ui/sender.tsx'
import { type FormState, IDLE, SENDER_NAME } from '#lib/web/form-state.ts'

type Standing = 'unknown' | 'off' | 'working' | 'here' | 'unsupported' | 'denied' | 'failed'

export interface PushIslandProps {
  action: (state: FormState, data: FormData) => Promise<FormState>
  brand: string
  /** By which the browser's push service knows us (VAPID). */
  publicKey: string
  words: Readonly<Record<'on' | 'working' | 'here' | 'unsupported' | 'denied' | 'failed', string>>
}

/** Asks this browser to take push messages and hands its address to the portal. Without JavaScript it is not there. */
export function PushIsland({ action, brand, publicKey, words }: PushIslandProps) {
  const sender = useSender()
  const [standing, setStanding] = useState<Standing>('unknown')
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    findStanding().then(setStanding, () => setStanding('failed'))
  }, [])

  async function turnOn() {
    setStanding('working')
    try {
      if ((await Notification.requestPermission()) !== 'granted') return setStanding('denied')
      const data = new FormData()
      data.set(SENDER_NAME, sender)
      data.set('brand', brand)
      data.set('subscription', JSON.stringify(await subscribe(publicKey)))
      const answer = await action(IDLE, data)
      setFault(answer.status === 'done' ? undefined : answer.message)
      setStanding(answer.status === 'done' ? 'here' : 'failed')
    } catch {
      setStanding('failed')
    }
  }

  if (standing === 'unknown') return null
  if (standing === 'off' || standing === 'working' || standing === 'failed')
    return (
      <div className="grid justify-items-start gap-3">
        <button
          type="button"
          className={buttonClass('secondary')}
          aria-disabled={standing === 'working'}
          onClick={() => void turnOn()}
        >
          {standing === 'working' ? words.working : words.on}
        </button>
        {standing === 'failed' ? <p role="alert">{fault ?? words.failed}</p> : null}
      </div>
    )
  return <p role="status">{words[standing]}</p>
}

async function findStanding(): Promise<Standing> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const worker = await navigator.serviceWorker.getRegistration('/push-worker.js')
  return (await worker?.pushManager.getSubscription()) ? 'here' : 'off'
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register('/push-worker.js')
  const { pushManager } = await navigator.serviceWorker.ready
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
}

'use client'

import { startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { buttonClass } from '#components/ui/button-class.ts'
import { useSender } from '#components/ui/sender.tsx'
import { type FormState, IDLE, SENDER_NAME } from '#lib/web/form-state.ts'
import { findCodeReader } from './find-code-reader.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>

export interface CodeCameraProps {
  brand: string
  /** Takes the text of a code that the browser read. */
  byCode: Action
  /** Takes a picture, where the browser cannot read codes. */
  byPicture: Action
  words: {
    start: string
    stop: string
    take: string
    aim: string
    sending: string
    refused: string
    none: string
    /** What is lost without the camera, and what is not. */
    lost: string
  }
}

type Phase = 'ready' | 'on' | 'refused' | 'none'

const LOOK_EVERY_MS = 300

/**
 * The camera for the code on a device. Where the browser reads codes itself, no picture leaves it; elsewhere one picture
 * is sent when the person takes it. Without scripts, camera or permission nothing of this is needed.
 */
export function CodeCamera({ brand, byCode, byPicture, words }: CodeCameraProps) {
  const sender = useSender()
  const video = useRef<HTMLVideoElement>(null)
  const stream = useRef<MediaStream>(null)
  const [scripts, setScripts] = useState(false)
  const [phase, setPhase] = useState<Phase>('ready')
  const [readsItself, setReadsItself] = useState(false)
  const [codeState, sendCode, sendingCode] = useActionState(byCode, IDLE)
  const [pictureState, sendPicture, sendingPicture] = useActionState(byPicture, IDLE)
  const sending = sendingCode || sendingPicture
  const [last, setLast] = useState<'code' | 'picture'>('code')
  const state = last === 'code' ? codeState : pictureState

  useEffect(() => {
    setScripts(true)
    return () => stop(stream.current)
  }, [])

  useEffect(() => {
    const seen = video.current
    if (phase !== 'on' || !seen) return
    seen.srcObject = stream.current
    return watch(seen, setReadsItself, (text) => {
      stop(stream.current)
      setPhase('ready')
      setLast('code')
      startTransition(() => sendCode(formOf({ [SENDER_NAME]: sender, brand, number: text, name: '' })))
    })
  }, [phase, brand, sender, sendCode])

  if (!scripts) return null
  const start = async () => {
    try {
      stream.current = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      setPhase('on')
    } catch (fault) {
      setPhase(fault instanceof DOMException && fault.name === 'NotAllowedError' ? 'refused' : 'none')
    }
  }
  const take = async () => {
    const picture = video.current && (await pictureOf(video.current))
    if (!picture) return
    setLast('picture')
    startTransition(() => sendPicture(formOf({ [SENDER_NAME]: sender, brand, file: picture, name: '' })))
  }
  return (
    <div className="mb-6 grid max-w-form gap-4">
      <div aria-live="polite" className="grid gap-2 empty:hidden">
        {sending ? <p>{words.sending}</p> : null}
        {!sending && state.status === 'refused' ? <p className="font-medium text-bad">{state.message}</p> : null}
        {phase === 'refused' || phase === 'none' ? (
          <div className="rounded-md border border-warn-line bg-warn-wash p-4">
            <p className="font-semibold">{words[phase]}</p>
            <p className="mt-1">{words.lost}</p>
          </div>
        ) : null}
      </div>
      {phase === 'on' ? (
        <>
          <p>{words.aim}</p>
          <video
            ref={video}
            autoPlay
            muted
            playsInline
            className="aspect-4/3 w-full rounded-md bg-sunken object-cover"
          />
        </>
      ) : null}
      <div className="flex flex-wrap gap-4">
        {phase === 'on' && !readsItself ? (
          <button type="button" className={buttonClass('primary')} aria-disabled={sending} onClick={take}>
            {words.take}
          </button>
        ) : null}
        {phase === 'on' ? (
          <button
            type="button"
            className={buttonClass('quiet')}
            onClick={() => {
              stop(stream.current)
              setPhase('ready')
            }}
          >
            {words.stop}
          </button>
        ) : (
          <button type="button" className={buttonClass('secondary')} aria-disabled={sending} onClick={start}>
            {words.start}
          </button>
        )}
      </div>
    </div>
  )
}

/** Looks for a code until one is found; returns what ends it. */
function watch(video: HTMLVideoElement, setReads: (reads: boolean) => void, found: (text: string) => void) {
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  void findCodeReader().then((reader) => {
    if (over || !reader) return
    setReads(true)
    const look = async () => {
      const text = video.readyState >= video.HAVE_CURRENT_DATA ? await reader(video) : null
      if (over) return
      if (text) found(text)
      else timer = setTimeout(look, LOOK_EVERY_MS)
    }
    void look()
  })
  return () => {
    over = true
    clearTimeout(timer)
  }
}

async function pictureOf(video: HTMLVideoElement): Promise<File | null> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob && new File([blob], 'code.jpg', { type: 'image/jpeg' })
}

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** Lets go of the camera, so that its light goes out. */
function stop(stream: MediaStream | null) {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

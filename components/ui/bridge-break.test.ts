import { afterEach, describe, expect, it, vi } from 'vitest'
import { type FormState, IDLE } from '#lib/web/form-state.ts'
import { bridgeBreak } from './bridge-break.ts'

const DONE: FormState = { ...IDLE, status: 'done' }
const form = new FormData()
form.set('reason', 'long words that nobody writes twice')
form.set('$ACTION_ID', 'x')
form.set('file', new File(['x'], 'x.png'))

describe('a form whose connection breaks', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('keeps what was typed and says so, and leaves alone whatever else happens', async () => {
    vi.stubGlobal('window', {})
    const lost = bridgeBreak(() => Promise.reject(new TypeError('Failed to fetch')), 'it broke off')
    expect(await lost(IDLE, form)).toEqual({
      status: 'refused',
      message: 'it broke off',
      fieldErrors: {},
      values: { reason: 'long words that nobody writes twice' },
    })
    expect(await bridgeBreak(async () => DONE, '')(IDLE, form)).toBe(DONE)
    const elsewhere = bridgeBreak(() => Promise.reject(new Error('NEXT_REDIRECT')), '')
    await expect(elsewhere(IDLE, form)).rejects.toThrow('NEXT_REDIRECT')
  })

  it('puts back whole what the server sent back cut', async () => {
    vi.stubGlobal('window', {})
    const cut: FormState = { status: 'refused', fieldErrors: {}, values: { reason: 'long' }, cut: true }
    const { values, ...rest } = await bridgeBreak(async () => cut, '')(IDLE, form)
    expect(values).toEqual({ reason: 'long words that nobody writes twice' })
    expect(rest).toEqual({ status: 'refused', fieldErrors: {} })
  })

  it('leaves what was typed where it is, when the server gives it back to nobody', async () => {
    vi.stubGlobal('window', {})
    const other: FormState = { status: 'refused', fieldErrors: {}, values: {}, stays: true }
    expect(await bridgeBreak(async () => other, '')(IDLE, form)).toMatchObject({
      values: { reason: 'long words that nobody writes twice' },
    })
  })

  it('is sent by the action itself where there are no scripts', () => {
    const action = async () => DONE
    expect(bridgeBreak(action, '')).toBe(action)
  })
})

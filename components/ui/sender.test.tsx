import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { type FormState, IDLE } from '#lib/web/form-state.ts'
import { SenderProvider } from './sender.tsx'
import { SwitchIsland } from './switch-island.tsx'

/** As Next makes of an action what a browser without scripts can send. */
const action: (state: FormState, data: FormData) => Promise<FormState> = Object.assign(async () => IDLE, {
  bind: () => action,
  $$FORM_ACTION: (prefix: string) => ({ name: prefix, method: 'POST', encType: '', data: new FormData() }),
  $$IS_SIGNATURE_EQUAL: () => true,
})
const words = { onWord: 'on', offWord: 'off', problemTitle: '', broken: '' }

function fieldsFor(mark: string | null): Record<string, string> {
  const html = renderToStaticMarkup(
    <SenderProvider mark={mark}>
      <SwitchIsland action={action} name="news" label="News" on={false} {...words} />
    </SenderProvider>,
  )
  const fields = html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]))
}

it('gives each form the mark, and on the pages of nobody none', () => {
  expect(fieldsFor('one.')).toMatchObject({ $sender: 'one.' })
  expect(fieldsFor(null)).not.toHaveProperty('$sender')
})

it('leaves a form findable by an answer without scripts, also where the page is then of somebody else', () => {
  const { $ACTION_KEY } = fieldsFor('one.')
  expect($ACTION_KEY).toMatch(/^k/)
  expect(fieldsFor('other.')).toMatchObject({ $ACTION_KEY })
})

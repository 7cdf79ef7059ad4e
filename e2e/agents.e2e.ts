import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, expectAccessible, test } from './fixtures.ts'
import { messageAfter } from './mailbox.ts'
import { signInStaff } from './people.ts'
import { ORIGIN } from './portal.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const verifyKey = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64')
const AGENT = `TEST_${[...String(Date.now())].map((digit) => String.fromCharCode(65 + Number(digit))).join('')}`

/** As `crypto_sign` of libsodium writes it. */
function signed(more: Record<string, unknown> = {}): string {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().replace('Z', '+00:00')
  const envelope = { 'agent-id': AGENT, 'business-id': 'WE_APP', 'issued-at': at(-1), 'expires-at': at(9) }
  const message = Buffer.from(JSON.stringify({ ...envelope, 'drp.version': '1.0', ...more }))
  return Buffer.concat([sign(null, message, privateKey), message]).toString('base64')
}

test('an agent, registered with the keyboard alone, asks for a person who confirms it by mail and reads it', async ({
  page,
  openPage,
  request,
}) => {
  await signInStaff(page, 'dana.data')
  await page.goto('/staff/agents?brand=we-app')
  await page.getByLabel('Identifier').focus()
  const type = page.keyboard
  for (const text of [AGENT, 'Rights for All', verifyKey, 'https://agent.example/', 'tech@agent.example']) {
    await type.insertText(text)
    await type.press('Tab')
  }
  await type.press('Tab')
  await type.press('Enter')
  await expect(page.getByText('The agent is registered. It can fetch its token now.')).toBeVisible()

  const { businesses } = await (await request.get('/.well-known/data-rights.json')).json()
  const base = businesses.find((business: { id: string }) => business.id === 'WE_APP').api_base
  expect(base).toBe(`${ORIGIN}/api/we-app/drp`)
  const text = { 'content-type': 'text/plain' }
  const paired = await request.post(`${base}/v1/agent/${AGENT}`, { data: signed(), headers: text })
  const headers = { ...text, authorization: `Bearer ${(await paired.json()).token}` }
  const email = `drp-${Date.now()}@mail.example`
  const ids: string[] = []
  const mail = await messageAfter(email, async () => {
    const exercise = signed({ exercise: 'deletion', regime: 'ccpa', name: 'Ada', email, email_verified: true })
    const answer = await request.post(`${base}/v1/data-rights-request`, { data: exercise, headers })
    const told = await answer.json()
    expect([answer.status(), told.reason]).toEqual([200, 'need_user_verification'])
    ids.push(told.request_id)
  })
  const person = await openPage()
  await person.goto(/https?:\/\/\S+\/we-app\/request\/\S+/.exec(mail)?.[0] ?? '')
  await expect(person.getByText('Rights for All asks this for you')).toBeVisible()
  await expectAccessible(person)
  await person.getByRole('button', { name: 'Yes, this is for me' }).click()
  await expect(person.getByText(/We have your request R-\w{4}-\w{3}\. You get an answer by /)).toBeVisible()
  const status = await request.get(`${base}/v1/data-rights-request/${ids[0]}`, { headers })
  expect(await status.json()).not.toHaveProperty('reason')
})

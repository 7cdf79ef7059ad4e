import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_RETURNING } from '#prisma/seed/accounts.ts'

/** What to open and how to sign in, once everything runs. */
export async function welcome(env: Record<string, string>, live: boolean): Promise<string> {
  const url = env.PUBLIC_URL ?? ''
  if (live) return `\nOpenbook is ready: ${url}\nCtrl-C stops it.\n`
  const returning = { ...DEMO_RETURNING, who: `${DEMO_RETURNING.who} (is asked to agree to the policy)` }
  const rows = [...DEMO_ACCOUNTS, returning].map(({ brand, who, identifier, proof }) => [
    brand,
    who,
    identifier,
    proof === 'password' ? DEMO_PASSWORD : 'the code in the mailbox',
  ])
  return [
    '',
    `  Openbook          ${url}`,
    `  Mailbox and SMS   ${env.SANDBOX_MAILBOX_URL}   (what the portal sends; nothing leaves this machine)`,
    `  Recipients        ${env.SANDBOX_RECIPIENTS_URL}   (what they are told of people’s decisions)`,
    `  Health            ${url}/api/health`,
    `  Intake API        ${url}/api/v1/openapi.json`,
    '',
    ...table(['Brand', 'Who', 'Sign in with', 'Password or code'], rows),
    '',
    '  Demo mode: everything runs on stand-ins and made-up data. README.md says how to connect the real parts.',
    '  Ctrl-C stops it.',
    '',
  ].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')}`.trimEnd()
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)]
}

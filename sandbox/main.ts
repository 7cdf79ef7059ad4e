import { EnvironmentError, readEnvironment } from './read-environment.ts'
import { startSandbox } from './start-sandbox.ts'

function explain(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return String(error)
  const port = 'port' in error ? ` ${String(error.port)}` : ''
  if (error.code === 'EADDRINUSE') return `Port${port} is in use: stop what uses it, or set another SANDBOX_ port.`
  if (error.code === 'EACCES') return `No permission for port${port} or for SANDBOX_STATE_DIR.`
  if (error.code === 'ENOSPC') return 'The disk is full: SANDBOX_STATE_DIR cannot be written.'
  return error.message
}

try {
  const sandbox = await startSandbox(readEnvironment(process.env))
  console.log(`sandbox: Stripe   ${sandbox.stripeUrl}`)
  console.log(`sandbox: PayPal   ${sandbox.paypalUrl}`)
  console.log(`sandbox: SMTP     ${sandbox.smtpUrl}`)
  console.log(`sandbox: Mailbox  ${sandbox.mailboxUrl}`)
  console.log(`sandbox: Recipients ${sandbox.recipientsUrl}`)
  console.log('sandbox: ready')
  const end = () => {
    sandbox.stop().finally(() => process.exit(0))
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  process.once('disconnect', end)
} catch (error) {
  console.error(`sandbox: ${explain(error)}`)
  process.exit(1)
}

// `npm start`: installs on whatever Node is here, then goes on with the Node that was installed.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { currentNode, installPackages, quietPrisma, stop } from './install.mjs'

try {
  accessSync('.', constants.W_OK)
} catch {
  stop(`The folder ${process.cwd()} cannot be written. Change its permissions and start again.`)
}
installPackages()
const main = spawn(currentNode(), ['scripts/start.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: quietPrisma(process.env),
})
// Ctrl-C reaches the child by itself; a signal sent to this process alone has to be passed on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => main.kill(signal))
process.on('SIGINT', () => undefined)
main.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

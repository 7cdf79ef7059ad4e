// `npm test`: installs on whatever Node is here, then runs every check with the Node that was installed.
import { spawnSync } from 'node:child_process'
import { currentNode, installPackages, quietPrisma } from './install.mjs'

installPackages()
const { status } = spawnSync(currentNode(), ['scripts/validate.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: quietPrisma(process.env),
})
process.exit(status ?? 1)

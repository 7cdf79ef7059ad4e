import { generateClient } from './prepare-code.ts'

await generateClient()

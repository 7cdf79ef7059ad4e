import { writeFileSync } from 'node:fs'
import { drawIcons } from '#components/ui/draw-icons.ts'

/** `npm run icons`: draws the file of all icons anew, after a name was added or Lucide changed. */
writeFileSync('components/ui/icons.svg', drawIcons())

import { min, wei } from './energybilling.ts'
import { jonas, priya, tomas } from './we-app.ts'
import { mara, noor } from './we-e-charge.ts'
import { elise, hugo } from './we-lock.ts'
import { na, xiao } from './wellborne-plus.ts'

/** Everybody of the demo: of each brand one person with a full year, and a neighbour with a little; and one who was away for long. */
export const DEMO_PEOPLE = [mara, noor, jonas, priya, tomas, elise, hugo, xiao, na, wei, min]

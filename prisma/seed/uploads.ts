import { addUpload } from '#lib/uploads/index.ts'
import { seedGrant } from './acting.ts'
import type { DemoPerson } from './demo-person.ts'
import { fixedId } from './fixed-id.ts'
import { heldAt } from './holding-time.ts'
import { drawPicture, placePicture } from './picture.ts'
import type { Story } from './story.ts'

/** Pictures that the person handed over, drawn here. A file of a run that was cut off is written over by the next. */
export async function seedUploads(person: DemoPerson, story: Story): Promise<void> {
  const grant = seedGrant('demo:seed', person)
  for (const { use, name, days, picture, place } of person.uploads ?? []) {
    const drawn = drawPicture(picture, person.ref)
    const bytes = place ? await placePicture(drawn, place) : drawn
    const upload = { use, name, bytes, keepPlace: true, id: fixedId(`upload ${person.ref} ${name}`) }
    await heldAt(story.ago(days, 16), () => addUpload(grant, upload))
  }
}

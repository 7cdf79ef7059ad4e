import { putFile } from '#lib/platform/storage/index.ts'
import { storeUpload } from '#lib/records/index.ts'
import { seedGrant, subjectIdOf } from './acting.ts'
import type { DemoPerson } from './demo-person.ts'
import { fixedId } from './fixed-id.ts'
import { heldAt } from './holding-time.ts'
import { drawPicture } from './picture.ts'
import type { Story } from './story.ts'

/** Pictures that the person handed over, drawn here. A file of a run that was cut off is written over by the next. */
export async function seedUploads(person: DemoPerson, story: Story): Promise<void> {
  const grant = seedGrant('demo:seed', person)
  for (const { use, name, days, picture } of person.uploads ?? []) {
    const storageKey = `uploads/${subjectIdOf(person)}/${fixedId(`upload ${person.ref} ${name}`)}.png`
    const { bytes } = await putFile(storageKey, chunksOf(drawPicture(picture, person.ref)))
    const upload = { subjectId: subjectIdOf(person), kind: use, name, mediaType: 'image/png', bytes, storageKey }
    await heldAt(story.ago(days, 16), () => storeUpload(grant, upload))
  }
}

async function* chunksOf(content: Buffer) {
  yield content
}

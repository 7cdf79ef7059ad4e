/**
 * Pictures that come from outside: told by what is in them, never by their name, decoded within limits, and written anew
 * before anybody else sees them, so that nothing a camera wrote into them goes along.
 */

export { codesIn } from './codes-in.ts'
export { placeOf } from './place-of.ts'
export { type Picture, readPicture } from './read-picture.ts'
export { cleanPicture, previewOf } from './render-picture.ts'

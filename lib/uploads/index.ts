/**
 * Pictures that a person hands over: photos and the picture of their profile. Told by their content, kept encrypted,
 * shown to nobody but the person, and only as copies in which no camera's notes are left.
 */
export { addUpload } from './add-upload.ts'
export { findAvatar } from './find-avatar.ts'
export { type OpenedUpload, openUpload } from './open-upload.ts'
export { stripPlace } from './strip-place.ts'
export { uploadsCategory } from './uploads-category.ts'

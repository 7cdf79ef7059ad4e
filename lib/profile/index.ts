/** What a person tells about themselves, as their brand's manifest asks for it, and the language they are spoken to in. */
export { editProfile } from './edit-profile.ts'
export { profileHeld } from './personal-data.ts'
export { ProfileForm } from './profile-faults.ts'
export { readProfile } from './read-profile.ts'
export { setLocale } from './set-locale.ts'

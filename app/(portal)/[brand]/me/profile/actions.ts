'use server'

import {
  changePassword,
  finishIdentifierChange,
  removeIdentifier,
  resendCode,
  startIdentifierChange,
} from '#lib/identity/index.ts'
import { AskAgain, ChangeIdentifier, ChangePassword, EnterCode, RemoveIdentifier } from '#lib/identity/schema.ts'
import { deleteRecord } from '#lib/inventory/index.ts'
import { editProfile, ProfileForm, setLocale } from '#lib/profile/index.ts'
import { SetLocale } from '#lib/profile/schema.ts'
import { addUpload, uploadsCategory } from '#lib/uploads/index.ts'
import { ChangeAvatar, UploadOf } from '#lib/uploads/schema.ts'
import { carryLocale } from '#lib/web/carry-session.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

export const editProfileAction = defineAction({
  permission: 'profile:edit',
  input: ProfileForm,
  async run(grant, input) {
    await editProfile(grant, input, await requestLocale())
    return { redirectTo: `/${grant.brand}/me/profile?done=saved` }
  },
})

export const setLocaleAction = defineAction({
  permission: 'profile:edit',
  input: SetLocale,
  async run(grant, input) {
    await setLocale(grant, input)
    // The language of the person, not of the member of staff who acts for them.
    if (grant.actor.kind === 'person') await carryLocale(input.locale)
    return { message: 'profile.language.saved' }
  },
})

export const changeAvatarAction = defineAction({
  permission: 'uploads:add',
  input: ChangeAvatar,
  limit: { times: 60, minutes: 60 },
  async run(grant, { file }) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    await addUpload(grant, { use: 'avatar', name: file.name, bytes, keepPlace: false, shownIn: await requestLocale() })
    return { redirectTo: `/${grant.brand}/me/profile?done=picture` }
  },
})

export const removeAvatarAction = defineAction({
  permission: 'inventory:delete',
  input: UploadOf,
  async run(grant, { upload }) {
    await deleteRecord(grant, { category: uploadsCategory(grant.brand)?.key ?? '', record: upload })
    return { redirectTo: `/${grant.brand}/me/profile?done=pictureRemoved` }
  },
})

export const changePasswordAction = defineAction({
  permission: 'credentials:change',
  input: ChangePassword,
  returnTo: (brand) => `/${brand}/me/profile/password`,
  async run(grant, input) {
    await changePassword(grant, input)
    return { redirectTo: `/${grant.brand}/me/profile?done=password` }
  },
})

export const startIdentifierChangeAction = defineAction({
  permission: 'identifiers:change',
  input: ChangeIdentifier,
  async run(grant, input) {
    const step = await startIdentifierChange(grant, input, await currentVisitor())
    const profile = `/${grant.brand}/me/profile`
    return {
      redirectTo: step
        ? `${profile}/identifier/${input.kind}/code?ticket=${step.ticket}`
        : `${profile}?done=identifier`,
    }
  },
})

export const finishIdentifierChangeAction = defineAction({
  permission: 'identifiers:change',
  input: EnterCode,
  async run(grant, input) {
    await finishIdentifierChange(grant, input)
    return { redirectTo: `/${grant.brand}/me/profile?done=identifier` }
  },
})

export const resendIdentifierCodeAction = defineAction({
  permission: 'identifiers:change',
  input: AskAgain,
  async run(grant, input) {
    await resendCode(grant, input)
    return { message: 'identity.code.resent' }
  },
})

export const removeIdentifierAction = defineAction({
  permission: 'identifiers:change',
  input: RemoveIdentifier,
  async run(grant, input) {
    await removeIdentifier(grant, input)
    return { redirectTo: `/${grant.brand}/me/profile?done=removed` }
  },
})

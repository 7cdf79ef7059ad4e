'use server'

import { addDevice, addDeviceByPicture, renameDevice, revokeDevice } from '#lib/devices/index.ts'
import { AddDevice, AddDeviceByPicture, RenameDevice, RevokeDevice } from '#lib/devices/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { unlessGone } from './unless-gone.ts'

export const addDeviceAction = defineAction({
  permission: 'devices:add',
  input: AddDevice,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await addDevice(grant, input)
    return { redirectTo: `/${grant.brand}/me/devices?done=added` }
  },
})

export const addDeviceByPictureAction = defineAction({
  permission: 'devices:add',
  input: AddDeviceByPicture,
  limit: { times: 60, minutes: 60 },
  async run(grant, { file, name }) {
    await addDeviceByPicture(grant, { bytes: new Uint8Array(await file.arrayBuffer()), name })
    return { redirectTo: `/${grant.brand}/me/devices?done=added` }
  },
})

export const renameDeviceAction = defineAction({
  permission: 'devices:rename',
  input: RenameDevice,
  async run(grant, input) {
    return (await unlessGone(grant.brand, () => renameDevice(grant, input))) ?? { message: 'devices.done.renamed' }
  },
})

export const revokeDeviceAction = defineAction({
  permission: 'devices:revoke',
  input: RevokeDevice,
  async run(grant, input) {
    const gone = await unlessGone(grant.brand, () => revokeDevice(grant, input))
    return gone ?? { redirectTo: `/${grant.brand}/me/devices?done=removed` }
  },
})

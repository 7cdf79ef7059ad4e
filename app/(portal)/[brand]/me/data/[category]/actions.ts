'use server'

import { contestRecord, correctRecord, deleteCategory, deleteRange, deleteRecord } from '#lib/inventory/index.ts'
import { ContestRecord, CorrectRecord, DeleteCategory, DeleteRange, DeleteRecord } from '#lib/inventory/schema.ts'
import { addUpload, stripPlace, uploadsCategory } from '#lib/uploads/index.ts'
import { AddUpload, UploadOf } from '#lib/uploads/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { orGone } from './or-gone.ts'

export const deleteRecordAction = defineAction({
  permission: 'inventory:delete',
  input: DeleteRecord,
  async run(grant, input) {
    return orGone(`/${grant.brand}/me/data/${input.category}`, 'deleted', () => deleteRecord(grant, input))
  },
})

export const deleteCategoryAction = defineAction({
  permission: 'inventory:delete',
  input: DeleteCategory,
  async run(grant, input) {
    const rows = await deleteCategory(grant, input)
    return { redirectTo: `/${grant.brand}/me/data/${input.category}?done=all&rows=${rows}` }
  },
})

export const addUploadAction = defineAction({
  permission: 'uploads:add',
  input: AddUpload,
  limit: { times: 60, minutes: 60 },
  async run(grant, { file, keepPlace }) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    await addUpload(grant, { use: 'photo', name: file.name, bytes, keepPlace: keepPlace === 'on' })
    return { redirectTo: `/${grant.brand}/me/data/${uploadsCategory(grant.brand)?.key}?done=added` }
  },
})

export const stripPlaceAction = defineAction({
  permission: 'uploads:edit',
  input: UploadOf,
  async run(grant, input) {
    const address = `/${grant.brand}/me/data/${uploadsCategory(grant.brand)?.key}`
    return orGone(address, 'stripped', () => stripPlace(grant, input))
  },
})

export const deleteRangeAction = defineAction({
  permission: 'inventory:delete',
  input: DeleteRange,
  async run(grant, input) {
    const rows = await deleteRange(grant, input)
    return { redirectTo: `/${grant.brand}/me/data/${input.category}?done=all&rows=${rows}` }
  },
})

export const correctRecordAction = defineAction({
  permission: 'inventory:correct',
  input: CorrectRecord,
  async run(grant, input) {
    return orGone(`/${grant.brand}/me/data/${input.category}`, 'corrected', () => correctRecord(grant, input))
  },
})

export const contestRecordAction = defineAction({
  permission: 'requests:open',
  input: ContestRecord,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    return orGone(`/${grant.brand}/me/data/${input.category}`, 'contested', () => contestRecord(grant, input))
  },
})

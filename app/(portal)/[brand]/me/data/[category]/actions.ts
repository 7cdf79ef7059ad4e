'use server'

import { contestRecord, correctRecord, deleteCategory, deleteRange, deleteRecord } from '#lib/inventory/index.ts'
import { ContestRecord, CorrectRecord, DeleteCategory, DeleteRange, DeleteRecord } from '#lib/inventory/schema.ts'
import { addUpload, stripPlace, uploadsCategory } from '#lib/uploads/index.ts'
import { AddUpload, UploadOf } from '#lib/uploads/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const deleteRecordAction = defineAction({
  permission: 'inventory:delete',
  input: DeleteRecord,
  async run(grant, input) {
    await deleteRecord(grant, input)
    return { redirectTo: `/${grant.brand}/me/data/${input.category}?done=deleted` }
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
    await stripPlace(grant, input)
    return { redirectTo: `/${grant.brand}/me/data/${uploadsCategory(grant.brand)?.key}?done=stripped` }
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
    await correctRecord(grant, input)
    return { redirectTo: `/${grant.brand}/me/data/${input.category}?done=corrected` }
  },
})

export const contestRecordAction = defineAction({
  permission: 'requests:open',
  input: ContestRecord,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await contestRecord(grant, input)
    return { redirectTo: `/${grant.brand}/me/data/${input.category}?done=contested` }
  },
})

'use server'

import { deleteCategory, deleteRecord } from '#lib/inventory/index.ts'
import { DeleteCategory, DeleteRecord } from '#lib/inventory/schema.ts'
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

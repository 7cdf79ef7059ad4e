'use server'

import { requestExport } from '#lib/exports/index.ts'
import { RequestExport } from '#lib/exports/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const requestExportAction = defineAction({
  permission: 'exports:request',
  input: RequestExport,
  async run(grant) {
    await requestExport(grant)
    return { redirectTo: `/${grant.brand}/me/account/export` }
  },
})

'use server'

import { requestExport } from '#lib/exports/index.ts'
import { RequestExport } from '#lib/exports/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { requestLocale } from '#lib/web/locale.ts'

export const requestExportAction = defineAction({
  permission: 'exports:request',
  input: RequestExport,
  async run(grant) {
    await requestExport(grant, await requestLocale())
    return { redirectTo: `/${grant.brand}/me/account/export` }
  },
})

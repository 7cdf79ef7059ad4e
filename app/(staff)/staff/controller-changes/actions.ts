'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { ApprovalReason } from '#lib/approvals/schema.ts'
import { exportAgreedOperation, startChangeOperation } from '#lib/controller-changes/index.ts'
import { ExportAgreed, StartChangeForm } from '#lib/controller-changes/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

const returnTo = (brand: string) => `/staff/controller-changes?brand=${brand}`

export const askChangeAction = defineAction({
  permission: 'approvals:request',
  input: StartChangeForm.extend({ reason: ApprovalReason }),
  returnTo,
  async run(grant, { reason, name, country, email, transferOn, ...words }) {
    const what = { en: words.what_en, 'zh-CN': words['what_zh-CN'], fr: words.what_fr }
    const input = { controller: { name, country, email }, what, transferOn }
    await requestApproval(grant, startChangeOperation, { input, reason })
    return { redirectTo: '/staff/approvals?done=asked' }
  },
})

export const askTransferAction = defineAction({
  permission: 'approvals:request',
  input: ExportAgreed.extend({ reason: ApprovalReason }),
  returnTo,
  async run(grant, { reason, ...input }) {
    await requestApproval(grant, exportAgreedOperation, { input, reason })
    return { redirectTo: '/staff/approvals?done=asked' }
  },
})

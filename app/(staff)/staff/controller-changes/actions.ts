'use server'

import { exportAgreedOperation, startChangeOperation } from '#lib/controller-changes/index.ts'
import { ExportAgreed, StartChangeForm } from '#lib/controller-changes/schema.ts'
import { defineAsk } from '../define-ask.ts'

const returnTo = (brand: string) => `/staff/controller-changes?brand=${brand}`

export const askChangeAction = defineAsk(startChangeOperation, { input: StartChangeForm, returnTo })

export const askTransferAction = defineAsk(exportAgreedOperation, { input: ExportAgreed, returnTo })

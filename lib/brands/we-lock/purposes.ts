import type { ManifestInput } from '../manifest-schema.ts'
import { dataPurposes } from './purposes/data.ts'
import { ninePurposes } from './purposes/nine.ts'

export const purposes: ManifestInput['purposes'] = [...ninePurposes, ...dataPurposes]

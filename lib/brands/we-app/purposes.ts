import type { ManifestInput } from '../manifest-schema.ts'
import { necessaryPurposes } from './purposes/necessary.ts'
import { optionalPurposes } from './purposes/optional.ts'

/** The eleven purposes of WEA-02, and `use_location`, which is asked for by itself (WEA-08). */
export const purposes: ManifestInput['purposes'] = [...necessaryPurposes, ...optionalPurposes]

import { systemGrant } from '#lib/access/index.ts'
import { settlePayment } from '#lib/payments/index.ts'
import { closeDatabase } from '#lib/platform/database/index.ts'

// A process of its own that settles one payment and ends; a test kills it in the middle.
await settlePayment(systemGrant('test', 'payments:settle', { brand: '' }), process.argv[2] ?? '')
await closeDatabase()

import { setTimeout as pause } from 'node:timers/promises'
import { recheckBillJob } from '#worker/jobs/recheck-bill.ts'
import { reconcilePaymentsJob } from '#worker/jobs/reconcile-payments.ts'
import { drainJobs } from './drain-jobs.ts'
import { runJobs } from './provider-totals.ts'

// Does what the worker does until it is killed. A job that it was doing then is lost: harder than the queue is.
process.stdout.write('ready\n')
for (;;) {
  await runJobs()
  await drainJobs(recheckBillJob)
  await reconcilePaymentsJob.run({})
  await pause(20)
}

'use client'

import './globals.css'
import { FaultPage } from '#components/shell/fault-page.tsx'

/** Stands in for the whole document when even the frame has failed. */
export default function GlobalFault(fault: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <FaultPage {...fault} />
      </body>
    </html>
  )
}

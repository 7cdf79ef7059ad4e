// A constant, so that it tells when what it says last changed and not when it was asked for.
const RESOURCE = { gpc: true, lastUpdate: '2026-11-22' }

/** That this site abides by Global Privacy Control (W3C GPC, "GPC Support Resource"; WBP-08). */
export function GET(): Response {
  return Response.json(RESOURCE)
}

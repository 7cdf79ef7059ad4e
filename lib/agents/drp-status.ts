import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { type AgentRequest, IDENTITY_DAYS } from '#lib/requests/index.ts'
import type { RequestState } from '#lib/requests/schema.ts'

const DAY = 86_400_000

/** How a request stands, in the words of the protocol (DRP 3.03). */
export interface DrpStatus {
  readonly request_id: string
  readonly status: 'in_progress' | 'fulfilled' | 'revoked' | 'denied'
  readonly received_at: string
  readonly reason?: DrpReason
  readonly expected_by?: string
  readonly agent_request_id?: string
  readonly processing_details?: string
  readonly user_verification_url?: string
  readonly expires_at?: string
}

type DrpReason =
  | 'need_user_verification'
  | 'suspected_fraud'
  | 'insuf_verification'
  | 'no_match'
  | 'claim_not_covered'
  | 'outside_jurisdiction'
  | 'too_many_requests'
  | 'other'

const STATUS: Readonly<Record<RequestState, DrpStatus['status']>> = {
  identity_asked: 'in_progress',
  fee_asked: 'in_progress',
  received: 'in_progress',
  in_progress: 'in_progress',
  waiting: 'in_progress',
  answered: 'fulfilled',
  refused: 'denied',
  closed: 'denied',
  withdrawn: 'revoked',
}

/** The reasons that the policies list for refusing, as the protocol knows them; what it has no word for is `other`. */
const REASON: Readonly<Record<string, DrpReason>> = {
  identity_not_shown: 'insuf_verification',
  repeated_without_reason: 'too_many_requests',
  law_requires_keeping: 'claim_not_covered',
  legal_duty: 'claim_not_covered',
  legal_claim: 'claim_not_covered',
  rights_of_others: 'claim_not_covered',
  trade_secret: 'claim_not_covered',
  business_secret: 'claim_not_covered',
  national_security: 'claim_not_covered',
  public_interest: 'claim_not_covered',
  criminal_procedure: 'claim_not_covered',
  serious_harm: 'claim_not_covered',
  protects_life: 'claim_not_covered',
}

/** The protocol writes times with an offset. */
const stamp = (at: Date) => at.toISOString().replace('Z', '+00:00')

export function drpStatus(brand: string, request: AgentRequest): DrpStatus {
  const manifest = getManifest(brand)
  const reason = reasonOf(request)
  const details = detailsOf(manifest, request)
  return {
    request_id: request.id,
    status: STATUS[request.state],
    received_at: stamp(request.openedAt),
    ...(request.ref ? { agent_request_id: request.ref } : {}),
    ...(reason ? { reason } : {}),
    ...(details ? { processing_details: details } : {}),
    ...(request.closedAt ? {} : { expected_by: stamp(expectedBy(manifest, request)) }),
    ...(reason === 'need_user_verification' ? verification(brand, request) : {}),
  }
}

function reasonOf({ state, refusalReason }: AgentRequest): DrpReason | null {
  if (state === 'identity_asked') return 'need_user_verification'
  if (state === 'closed') return 'insuf_verification'
  return state === 'refused' ? (REASON[refusalReason ?? ''] ?? 'other') : null
}

/** Before the days run, the last day on which an answer can still be due. */
function expectedBy({ answerDays }: Manifest, { dueAt, openedAt }: AgentRequest): Date {
  return dueAt ?? new Date(openedAt.getTime() + (IDENTITY_DAYS + answerDays) * DAY)
}

/** Each page is the same whoever is asked for: it says where the link was sent, and nothing of whether there is an account. */
function verification(brand: string, { id, entries }: AgentRequest) {
  const asked = entries.findLast(({ kind }) => kind === 'identity_asked')?.at
  const url = new URL(`/${brand}/request/sent?request_id=${id}`, environment().PUBLIC_URL).href
  const expires = asked && new Date(asked.getTime() + IDENTITY_DAYS * DAY)
  return { user_verification_url: url, ...(expires ? { expires_at: stamp(expires) } : {}) }
}

/** More time is explained as it was to the person (DRP 3.08), a refusal by the reason that the policy lists. */
function detailsOf({ refusalReasons }: Manifest, request: AgentRequest): string | null {
  if (request.state === 'refused')
    return refusalReasons.find(({ key }) => key === request.refusalReason)?.text.en ?? null
  if (request.state === 'waiting') return 'The person was asked a question.'
  if (request.state === 'fee_asked') return 'The person was told of a fee and decides about it.'
  return request.entries.findLast(({ kind }) => kind === 'extended')?.words ?? null
}

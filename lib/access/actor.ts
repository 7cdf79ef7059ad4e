/** Who is at the door. */
export type Actor = PersonActor | StaffActor | ApiKeyActor | AgentActor | SystemActor | AnonymousActor

export interface PersonActor {
  readonly kind: 'person'
  readonly id: string
  readonly brand: string
  readonly sessionId: string
  /** When the person last proved who they are; decides about step-up. */
  readonly authenticatedAt: Date
  /** The account is being closed; only what is left to do until then is granted. */
  readonly closing: boolean
  /** The policy changed in something major and the person did not agree yet (WEA-17); only what leads out is granted. */
  readonly agreementDue: boolean
}

export const STAFF_ROLES = ['support', 'security_manager', 'data_operator', 'auditor'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export interface StaffActor {
  readonly kind: 'staff'
  readonly id: string
  readonly name: string
  readonly role: StaffRole
  readonly sessionId: string
  readonly authenticatedAt: Date
  /** The support session in which this member of staff acts for a person, when there is one. */
  readonly support: SupportScope | null
}

/** For whom, why and until when staff act on somebody's behalf. */
export interface SupportScope {
  readonly id: string
  readonly brand: string
  readonly subject: string
  readonly reason: string
  readonly endsAt: Date
}

export interface ApiKeyActor {
  readonly kind: 'api_key'
  readonly id: string
  readonly brand: string
}

/** An authorised agent, who asks for people by the Data Rights Protocol. */
export interface AgentActor {
  readonly kind: 'agent'
  readonly id: string
  readonly brand: string
}

/** A job of the portal's own. */
export interface SystemActor {
  readonly kind: 'system'
  readonly id: string
}

export interface AnonymousActor {
  readonly kind: 'anonymous'
  readonly brand: string
}

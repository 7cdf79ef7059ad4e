import { STAFF_ROLES, type StaffRole } from './actor.ts'

/** Who may hold a permission. */
export type Holder = 'person' | 'api_key' | 'agent' | 'system' | 'anonymous' | StaffRole

/**
 * How far a permission reaches, and so which database role carries it out: one person's rows (`openbook_app`), what
 * staff see of one brand, or look over of several (`openbook_staff`), or the portal's own work (`openbook_system`).
 */
export type Reach = 'subject' | 'brand' | 'brands' | 'system'

export interface PermissionRow {
  readonly reach: Reach
  readonly holders: readonly Holder[]
  /** Needs a sign-in of the last five minutes. */
  readonly stepUp?: true
  /** Support staff may use it inside a support session; without this mark they never may. */
  readonly onBehalf?: true
  /** Goes on while the account is being closed. Others stop then. */
  readonly whileClosing?: true
  /** Stays open to whoever has not agreed to a major change of the policy: agreeing, asking, taking along, leaving. */
  readonly beforeAgreeing?: true
  /**
   * Staff hold it for one operation that a colleague in one of these roles approved, and never otherwise (ENB-09). It is
   * asked for through lib/approvals, which issues the grant.
   */
  readonly approval?: readonly StaffRole[]
}

const own = { reach: 'subject', holders: ['person'] } as const
const ownAndSupport = { reach: 'subject', holders: ['person', 'support'], onBehalf: true } as const
const anonymous = { reach: 'system', holders: ['anonymous'] } as const
const job = { reach: 'system', holders: ['system'] } as const

/** The one table of what can be done, by whom. Generated tests refuse each row to other people and other brands. */
export const PERMISSIONS = {
  'overview:view': { ...ownAndSupport, whileClosing: true },
  'inventory:view': { ...ownAndSupport, whileClosing: true },
  'inventory:reveal': { ...own, whileClosing: true },
  'inventory:delete': own,
  'inventory:correct': own,
  'uploads:view': { ...own, whileClosing: true },
  'uploads:add': own,
  'uploads:edit': own,
  'profile:view': { ...ownAndSupport, whileClosing: true },
  'profile:edit': ownAndSupport,
  'devices:view': { ...ownAndSupport, whileClosing: true },
  'devices:add': ownAndSupport,
  'devices:rename': ownAndSupport,
  // Whoever leaves hands a charger or a lock on before the account is erased.
  'devices:revoke': { ...ownAndSupport, whileClosing: true },
  'devices:permit': own,
  'consents:view': { ...ownAndSupport, whileClosing: true },
  'consents:decide': { ...own, whileClosing: true },
  'policies:accept': { ...own, beforeAgreeing: true },
  'bills:view': { ...ownAndSupport, whileClosing: true },
  'notices:view': { ...own, whileClosing: true },
  'notices:choose': { ...own, whileClosing: true },
  // A bill is out of a person's own reach; more time and instalments change until when it can be paid.
  // Links lie beyond a person's own reach: their rows are for whoever opens them.
  'bills:share': { reach: 'system', holders: ['person'], whileClosing: true },
  'bills:pay-later': { reach: 'system', holders: ['person'], whileClosing: true },
  'usage:view': { ...ownAndSupport, whileClosing: true },
  'budgets:set': own,
  'payments:view': { ...ownAndSupport, whileClosing: true },
  // The system pays for a person by the link that was mailed to them, which is for one bill.
  'payments:pay': { reach: 'subject', holders: ['person', 'system'], whileClosing: true },
  'cards:view': { ...ownAndSupport, whileClosing: true },
  'cards:remove': { ...own, whileClosing: true },
  // Money is taken later without the person: only themselves, and only just after they proved who they are.
  'autopay:set': { ...own, stepUp: true },
  'autopay:stop': { ...own, whileClosing: true },
  'credit:pay-out': { ...own, stepUp: true, whileClosing: true },
  'exports:view': { ...own, whileClosing: true, beforeAgreeing: true },
  'exports:request': { ...own, stepUp: true, whileClosing: true, beforeAgreeing: true },
  'exports:download': { ...own, stepUp: true, whileClosing: true, beforeAgreeing: true },
  'account:view': { ...ownAndSupport, whileClosing: true, beforeAgreeing: true },
  'account:cancel': { ...own, stepUp: true, beforeAgreeing: true },
  'account:undo-cancel': { ...own, whileClosing: true, beforeAgreeing: true },
  'credentials:change': { ...own, stepUp: true },
  // A code is sent and checked on the way, and codes belong to nobody yet: hence the system's reach.
  'identifiers:change': { reach: 'system', holders: ['person'], stepUp: true },
  'sessions:view': { ...own, whileClosing: true },
  'sessions:end': { ...own, whileClosing: true, beforeAgreeing: true },
  'sessions:step-up': { reach: 'system', holders: ['person'], whileClosing: true, beforeAgreeing: true },
  'announcements:view': { ...ownAndSupport, whileClosing: true, beforeAgreeing: true },
  'announcements:acknowledge': { ...own, whileClosing: true, beforeAgreeing: true },
  'controller-changes:answer': { ...own, whileClosing: true, beforeAgreeing: true },
  'access-ledger:view': { ...own, whileClosing: true },
  'requests:view': { ...ownAndSupport, whileClosing: true, beforeAgreeing: true },
  'requests:open': { ...own, whileClosing: true, beforeAgreeing: true },
  'requests:follow': { ...own, whileClosing: true, beforeAgreeing: true },
  // A code is sent and checked on the way, as for a change of one's own.
  'requests:prove-value': { reach: 'system', holders: ['person'], whileClosing: true, beforeAgreeing: true },
  'requests:show-identity': { ...own, stepUp: true, whileClosing: true, beforeAgreeing: true },

  'identity:sign-up': anonymous,
  'identity:sign-in': anonymous,
  'identity:recover': anonymous,
  'identity:staff-sign-in': anonymous,
  'certificates:view': anonymous,
  'guardians:decide': anonymous,
  'announcements:read': anonymous,
  'requests:open-public': anonymous,
  'requests:track': anonymous,
  // By the link that was mailed, to one bill and nothing else.
  'bills:pay-by-link': anonymous,
  // By the sealed token of a mail, without signing in (RFC 8058).
  'news:leave': anonymous,
  'news:note-read': anonymous,
  'tracking:choose': anonymous,
  'tracking:count': anonymous,

  'support:find': { reach: 'brand', holders: ['support'] },
  'support:start': { reach: 'brand', holders: ['support'], approval: ['support', 'security_manager'] },
  'support:end': { reach: 'brand', holders: ['support'] },
  'requests:queue': { reach: 'brand', holders: ['data_operator'] },
  // What waits in all brands, to be read and no more: to handle one is a matter of its brand.
  'requests:survey': { reach: 'brands', holders: ['data_operator'] },
  'requests:handle': { reach: 'brand', holders: ['data_operator'] },
  // What a decision changes or erases lies beyond what the role of staff reaches.
  'requests:correct': { reach: 'system', holders: ['data_operator'], stepUp: true },
  'requests:erase': {
    reach: 'system',
    holders: ['data_operator'],
    stepUp: true,
    approval: ['data_operator', 'security_manager'],
  },
  // An account that is reported to be a child's is stopped at once, before anything is decided; that can be undone.
  'requests:suspend': { reach: 'system', holders: ['data_operator'], stepUp: true },
  'wind-downs:view': { reach: 'system', holders: ['security_manager', 'data_operator', 'auditor'] },
  'wind-downs:start': { reach: 'system', holders: ['security_manager'], stepUp: true, approval: ['data_operator'] },
  'controller-changes:view': { reach: 'system', holders: ['security_manager', 'data_operator', 'auditor'] },
  'controller-changes:start': {
    reach: 'system',
    holders: ['security_manager'],
    stepUp: true,
    approval: ['data_operator'],
  },
  'controller-changes:export': {
    reach: 'brand',
    holders: ['data_operator'],
    stepUp: true,
    approval: ['security_manager'],
  },
  // Whom an incident touches is found in tables that the role of staff does not reach.
  'incidents:view': { reach: 'system', holders: ['security_manager', 'data_operator', 'auditor'] },
  'incidents:manage': { reach: 'system', holders: ['security_manager'] },
  'incidents:notify': {
    reach: 'system',
    holders: ['security_manager'],
    stepUp: true,
    approval: ['security_manager', 'data_operator'],
  },
  'incidents:letters': { reach: 'system', holders: ['security_manager'], stepUp: true },
  'policies:review': { reach: 'brand', holders: ['data_operator', 'security_manager', 'auditor'] },
  'policies:publish': { reach: 'brand', holders: ['data_operator'], stepUp: true, approval: ['security_manager'] },
  'bulk-exports:order': { reach: 'brand', holders: ['data_operator'], stepUp: true, approval: ['security_manager'] },
  'bulk-exports:view': { reach: 'brand', holders: ['data_operator', 'security_manager', 'auditor'] },
  'bulk-exports:download': { reach: 'brand', holders: ['data_operator'], stepUp: true },
  'approvals:view': { reach: 'brand', holders: STAFF_ROLES },
  'approvals:request': { reach: 'brand', holders: ['support', 'security_manager', 'data_operator'] },
  'approvals:decide': { reach: 'brand', holders: ['support', 'security_manager', 'data_operator'], stepUp: true },
  // A session's secret lies beyond what the role of staff reaches.
  'staff:confirm': { reach: 'system', holders: STAFF_ROLES },
  'staff:sign-out': { reach: 'system', holders: STAFF_ROLES },
  'deliveries:review': { reach: 'brand', holders: ['data_operator', 'security_manager'] },
  // How many were given up in which brand, and no row of any: the role of staff sees one brand at a time.
  'deliveries:count': { reach: 'system', holders: ['data_operator', 'security_manager'] },
  'deliveries:resend': { reach: 'brand', holders: ['data_operator', 'security_manager'] },
  'agents:register': { reach: 'brand', holders: ['data_operator'] },
  'billing-runs:review': { reach: 'brand', holders: ['support', 'data_operator'] },
  'billing-runs:dismiss': { reach: 'brand', holders: ['data_operator'] },
  'arrears:review': { reach: 'brand', holders: ['support', 'data_operator'] },
  // The books and the numbers of bills lie beyond what the role of staff reaches.
  'bills:cancel': { reach: 'system', holders: ['data_operator'], approval: ['data_operator', 'security_manager'] },
  'bills:rebill': { reach: 'system', holders: ['data_operator'], approval: ['data_operator', 'security_manager'] },
  'bills:write-off': { reach: 'system', holders: ['data_operator'], approval: ['data_operator', 'security_manager'] },
  // Whose data and under which consent is read past one person's scope: hence the system's reach.
  'transfers:mark': { reach: 'system', holders: ['data_operator'] },
  'transfers:figures': { reach: 'system', holders: ['data_operator'] },
  'payments:review': { reach: 'brand', holders: ['support'] },
  // Books and bills lie beyond what the role of staff reaches.
  'payments:refund': { reach: 'system', holders: ['support'], stepUp: true, approval: ['support', 'security_manager'] },
  'statistics:view': { reach: 'brand', holders: ['data_operator', 'security_manager', 'auditor'] },
  'audit:view': { reach: 'brand', holders: ['auditor', 'security_manager'] },

  'agents:exercise': { reach: 'system', holders: ['agent'] },
  'agents:pair': anonymous,
  'agents:identify': job,
  'agents:report': job,
  'intake:write': { reach: 'system', holders: ['api_key', 'system'] },
  'intake:keys': job,

  'consents:leave-list': { reach: 'subject', holders: ['system'] },
  'consents:honour-signal': { reach: 'subject', holders: ['system'] },
  'exports:build': { reach: 'subject', holders: ['system'] },
  'exports:track': job,
  'retention:erase-account': job,
  'retention:sweep': job,
  'policies:announce': job,
  'retention:replay': job,
  'news:send': job,
  'tracking:purge': job,
  'bills:issue': job,
  'bills:move': job,
  'arrears:notify': job,
  'payments:receive': job,
  'payments:settle': job,
  'autopay:run': job,
  'cards:detach': job,
  'payments:reconcile': job,
  'requests:tell': job,
  'requests:continue': job,
  'requests:drop-fee': job,
  'requests:watch': job,
  'messages:send': job,
  'deliveries:send': job,
  'recipients:announce': job,
  'approvals:watch': job,
  'statistics:take': job,
  'announcements:send': job,
  'usage:watch': job,
  'wind-downs:schedule': job,
  'controller-changes:remind': job,
  'controller-changes:settle': job,
  'policies:load': job,
  'bulk-exports:build': job,
  'demo:seed': job,
} as const satisfies Record<string, PermissionRow>

export type Permission = keyof typeof PERMISSIONS

export function permissionRow(permission: Permission): PermissionRow {
  return PERMISSIONS[permission]
}

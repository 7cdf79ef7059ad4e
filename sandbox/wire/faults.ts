export const REQUEST_FAULTS = ['delay', 'cut_before', 'cut_after', 'status_429', 'status_500'] as const
export const WEBHOOK_FAULTS = ['duplicate_webhooks', 'reorder_webhooks', 'drop_webhooks'] as const

export type RequestFaultKind = (typeof REQUEST_FAULTS)[number]
export type WebhookFaultKind = (typeof WEBHOOK_FAULTS)[number]

export interface FaultRule {
  kind: RequestFaultKind | WebhookFaultKind
  /** Which requests: `path` may hold `*`. For webhook kinds `type` names the event, with `*` too. */
  match: { method?: string; path?: string; type?: string }
  /** How many requests or events it still strikes. */
  times: number
  delayMs: number
  retryAfter: number | null
}

export interface FaultBoard {
  add(rule: FaultRule): void
  clear(): void
  list(): FaultRule[]
  /** Uses up one strike of the first rule that fits this request, in the order the rules were set. */
  takeRequest(method: string, path: string): FaultRule | null
  takeWebhook(type: string): FaultRule | null
}

function fits(pattern: string | undefined, value: string): boolean {
  if (pattern === undefined) return true
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.*')}$`).test(value)
}

const isRequestFault = (kind: string) => REQUEST_FAULTS.some((known) => known === kind)

export function createFaultBoard(): FaultBoard {
  let rules: FaultRule[] = []
  function take(found: FaultRule | undefined): FaultRule | null {
    if (!found) return null
    found.times -= 1
    rules = rules.filter((rule) => rule.times > 0)
    return found
  }
  return {
    add: (rule) => {
      rules.push(rule)
    },
    clear: () => {
      rules = []
    },
    list: () => rules,
    takeRequest: (method, path) =>
      take(
        rules.find(
          (rule) => isRequestFault(rule.kind) && fits(rule.match.method, method) && fits(rule.match.path, path),
        ),
      ),
    takeWebhook: (type) => take(rules.find((rule) => !isRequestFault(rule.kind) && fits(rule.match.type, type))),
  }
}

/** Reads a fault from the body of a control request; a sentence when it makes no sense. */
export function parseFaultRule(value: unknown): FaultRule | string {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return 'Send JSON with a kind.'
  const kind = [...REQUEST_FAULTS, ...WEBHOOK_FAULTS].find((known) => known === value.kind)
  if (!kind) return `Unknown kind. Known: ${[...REQUEST_FAULTS, ...WEBHOOK_FAULTS].join(', ')}.`
  const given = 'match' in value && typeof value.match === 'object' && value.match !== null ? value.match : {}
  const match: FaultRule['match'] = {}
  if ('method' in given && typeof given.method === 'string') match.method = given.method
  if ('path' in given && typeof given.path === 'string') match.path = given.path
  if ('type' in given && typeof given.type === 'string') match.type = given.type
  const times = 'times' in value ? value.times : 1
  const delayMs = 'delayMs' in value ? value.delayMs : 1000
  const retryAfter = 'retryAfter' in value ? value.retryAfter : null
  if (typeof times !== 'number' || times < 1) return 'times must be a number from 1.'
  if (typeof delayMs !== 'number' || delayMs < 0 || delayMs > 120_000) return 'delayMs must be 0 to 120000.'
  if (retryAfter !== null && typeof retryAfter !== 'number') return 'retryAfter must be a number of seconds.'
  return { kind, match, times, delayMs, retryAfter }
}

import type { FormState } from '#lib/web/form-state.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>

/**
 * The same action, that a connection which breaks on the way does not end in the page of a fault, from which nothing
 * that was typed comes back: the form says so and keeps it.
 * @param broken what it says then
 */
export function bridgeBreak(action: Action, broken: string): Action {
  // What the server writes for browsers without scripts is the action itself.
  if (typeof window === 'undefined') return action
  return async (state, data) => {
    try {
      return madeWhole(await action(state, data), data)
    } catch (fault) {
      // So browsers say that they got no answer; whatever else is thrown (a way to another page) is not theirs.
      if (!(fault instanceof TypeError)) throw fault
      return { status: 'refused', message: broken, fieldErrors: {}, values: typedIn(data) }
    }
  }
}

/** What the server sent back cut, or not at all, is whole in the browser that sent it. */
function madeWhole(answer: FormState, data: FormData): FormState {
  if (answer?.stays) return { ...answer, values: typedIn(data) }
  if (!answer?.cut) return answer
  const { cut: _, ...whole } = answer
  const typed = typedIn(data)
  const values = Object.entries(answer.values).map(([name, value]) => [name, typed[name] ?? value])
  return { ...whole, values: Object.fromEntries(values) }
}

function typedIn(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  )
}

import { Refusal } from '#lib/platform/refusal.ts'
import { checkOrigin } from './check-origin.ts'
import { readForm } from './read-form.ts'

/**
 * The door of a plain form that everybody may send, with whatever session the browser has. Order: origin, the form as far
 * as it is short, run.
 */
export function defineFormRoute(run: (form: FormData, request: Request) => Promise<Response>) {
  return async function route(request: Request): Promise<Response> {
    try {
      checkOrigin(request.headers.get('origin'))
      return await run(await readForm(request), request)
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return new Response(null, { status: fault.code === 'web.too_large' ? 413 : 403 })
    }
  }
}

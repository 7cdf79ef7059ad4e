/**
 * What was filled in, without what Next and the form itself put in. A browser sends each line of a text with two signs at
 * its end, and counts one of them while it is typed: it is one here too, or a text as long as allowed would be too long.
 */
export function fieldsOf(form: FormData): Record<string, FormDataEntryValue> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('$') ? [] : [[name, typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value]],
    ),
  )
}

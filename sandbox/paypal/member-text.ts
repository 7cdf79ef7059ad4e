function skipString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}

/** Where the value that starts here ends; the text is known to be good JSON. */
function skipValue(text: string, from: number): number {
  if (text[from] === '"') return skipString(text, from)
  let depth = 0
  let at = from
  while (at < text.length) {
    const character = text[at] ?? ''
    if (character === '"') {
      at = skipString(text, at)
      continue
    }
    if (depth === 0 && (character === ',' || character === '}' || character === ']')) return at
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    at += 1
    if (depth === 0 && (character === '}' || character === ']')) return at
  }
  return at
}

/** The exact text of one member of a JSON object, or null when it is not there. */
export function memberText(json: string, name: string): string | null {
  let at = skipSpace(json, 0) + 1
  while (at < json.length) {
    const key = skipSpace(json, at)
    if (json[key] !== '"') return null
    const keyEnd = skipString(json, key)
    const start = skipSpace(json, skipSpace(json, keyEnd) + 1)
    const end = skipValue(json, start)
    if (json.slice(key, keyEnd) === JSON.stringify(name)) return json.slice(start, end).trimEnd()
    at = skipSpace(json, end) + 1
  }
  return null
}

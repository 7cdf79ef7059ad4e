/**
 * French puts a space before its high punctuation and inside its quotation marks, and no line may break there. The
 * texts are written with plain spaces; these become such as hold.
 */
export function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0')
}

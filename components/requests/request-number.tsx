/** What a request is called on the telephone and in letters. */
export function RequestNumber({ number }: { number: string }) {
  return <span className="whitespace-nowrap tabular-nums">{number}</span>
}

/** Paragraphs as manifests write them; lines that begin with "- " are a list, also below a line of text. */
export function TextBody({ paragraphs }: { paragraphs: readonly string[] }) {
  return (
    <div className="grid max-w-prose gap-3">
      {paragraphs.map((paragraph) => (
        <Paragraph key={paragraph} lines={paragraph.split('\n')} />
      ))}
    </div>
  )
}

function Paragraph({ lines }: { lines: readonly string[] }) {
  const text = lines.filter((line) => !line.startsWith('- '))
  const items = lines.filter((line) => line.startsWith('- '))
  return (
    <div>
      {text.length > 0 ? <p className="whitespace-pre-line">{text.join('\n')}</p> : null}
      {items.length > 0 ? (
        <ul className="mt-1 list-disc ps-6">
          {items.map((item) => (
            <li key={item} className="py-0.5">
              {item.slice(2)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

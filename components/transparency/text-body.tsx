/** Paragraphs as manifests write them; one whose lines begin with "- " is a list. */
export function TextBody({ paragraphs }: { paragraphs: readonly string[] }) {
  return (
    <div className="grid max-w-prose gap-3">
      {paragraphs.map((paragraph) =>
        paragraph.startsWith('- ') ? (
          <ul key={paragraph} className="list-disc ps-6">
            {paragraph.split('\n').map((line) => (
              <li key={line} className="py-0.5">
                {line.replace(/^- /, '')}
              </li>
            ))}
          </ul>
        ) : (
          <p key={paragraph} className="whitespace-pre-line">
            {paragraph}
          </p>
        ),
      )}
    </div>
  )
}

/** A file to read or copy, folded away; a text field, so that the keyboard scrolls it. */
export function JsonText({ title, value }: { title: string; value: unknown }) {
  return (
    <details className="no-print">
      <summary className="min-h-11 py-2 text-accent underline underline-offset-4">{title}</summary>
      <textarea
        readOnly
        rows={12}
        aria-label={title}
        spellCheck={false}
        className="mt-2 block w-full rounded-control border border-rule-strong bg-sunken p-3 font-mono text-[0.8125rem] leading-snug"
        value={JSON.stringify(value, null, 1)}
      />
    </details>
  )
}

import { byName } from '~/statutes/french'
import { Form, Link, useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import { fold, searchWords } from '~/platform/folding'
import { buttonClass } from '~/ui/button'
import { frenchNumber, plural } from '~/ui/format'
import { Icon } from '~/ui/icon'
import { StatusBadge } from '~/ui/status-badge'
import { SearchField } from '~/ui/table'
import type { DeskLine } from '../desk.query.server'

/** More lines than anybody reads: the rest is found by its name. */
const SHOWN = 150

type Show = 'all' | 'awaited' | 'present'
const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'all', label: 'Tous' },
  { value: 'awaited', label: 'Attendus' },
  { value: 'present', label: 'Présents' },
]

/** The sheet at the door: one touch on a name, then the signature. Found while typing; without JavaScript, by the form. */
export function DeskList({ lines }: { lines: readonly DeskLine[] }) {
  const [params] = useSearchParams()
  const [typed, setTyped] = useState(params.get('q') ?? '')
  const [show, setShow] = useState(SHOWS.find(({ value }) => value === params.get('liste'))?.value ?? 'all')
  const words = searchWords(typed)
  const found = lines.filter(
    (line) =>
      (show === 'all' || line.present === (show === 'present')) &&
      words.every((word) => fold(line.label).includes(word)),
  )
  return (
    <div>
      <Form
        method="get"
        role="search"
        aria-label="Trouver un membre"
        className="sticky top-0 z-10 -mx-1 flex flex-wrap items-end gap-3 bg-paper px-1 pb-3 pt-1"
        onInput={(event) => event.target instanceof HTMLInputElement && setTyped(event.target.value)}
      >
        <div className="min-w-56 flex-1">
          <SearchField label="Nom du membre" defaultValue={typed} />
        </div>
        <fieldset className="flex">
          <legend className="sr-only">Afficher</legend>
          {SHOWS.map(({ value, label }) => (
            <button
              key={value}
              type="submit"
              name="liste"
              value={value}
              aria-pressed={show === value}
              onClick={(event) => {
                event.preventDefault()
                setShow(value)
              }}
              className="min-h-11 border-[1.5px] border-rule-strong bg-surface px-3 first-of-type:rounded-l-control last-of-type:rounded-r-control not-first-of-type:-ml-[1.5px] aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
            >
              {label}
            </button>
          ))}
        </fieldset>
      </Form>
      <p role="status" className="mb-2 text-[0.9375rem] text-muted">
        {found.length === lines.length
          ? plural(lines.length, 'membre')
          : `${plural(found.length, 'membre')} sur ${frenchNumber(lines.length)}`}
        {found.length > SHOWN ? ` ; les ${SHOWN} premiers sont affichés, précisez le nom.` : ''}
      </p>
      <ul className="border-t border-rule">
        {found.slice(0, SHOWN).map((line) => (
          <DeskRow key={line.memberId} line={line} />
        ))}
      </ul>
    </div>
  )
}

function DeskRow({ line }: { line: DeskLine }) {
  const { memberId, label, attends, present } = line
  return (
    <li className="relative flex min-h-17 flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule px-1 py-2.5 hover:bg-accent-soft">
      <span
        className={`grid size-8 shrink-0 place-items-center rounded-full border-[1.5px] ${present ? 'border-accent bg-accent text-on-accent' : 'border-rule-strong'}`}
      >
        {present ? <Icon name="check" size={18} /> : null}
      </span>
      <div className="min-w-40 flex-1">
        {attends ? (
          <Link
            to={`?membre=${memberId}#signer`}
            className="text-[1.125rem] font-semibold text-ink no-underline after:absolute after:inset-0"
          >
            {label}
          </Link>
        ) : (
          <span className="text-[1.125rem] text-muted">{label}</span>
        )}
        <p className="text-[0.9375rem] text-muted">{details(line)}</p>
      </div>
      <DeskState line={line} />
    </li>
  )
}

function DeskState({ line }: { line: DeskLine }) {
  if (!line.attends) return <StatusBadge tone="refusal">N’assiste pas</StatusBadge>
  if (line.present)
    return (
      <span className="font-semibold text-accent">
        {line.video ? 'Par vidéo' : 'Présent'} {line.hours}
      </span>
    )
  return (
    <span className="flex items-center gap-3">
      {line.hours ? <span className="text-muted">{line.hours}</span> : null}
      <span aria-hidden="true" className={buttonClass('secondary')}>
        Signer
      </span>
    </span>
  )
}

function details({ right, representative, holder }: DeskLine): string {
  return [right, representative, holder ? `pouvoir porté ${byName(holder)}` : null].filter(Boolean).join(' · ')
}

import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { list } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { Pagination } from '~/ui/table'
import type { PassedRow, Question } from '~/platform/spreadsheet/table'
import type { Counts } from '../plan-import.server'
import type { LineOutcome, PlannedLine } from '../planned-line.server'
import { PassedRows } from './import-columns'
import { NothingToImport } from './import-confirmation'
import { ImportLines, OUTCOMES } from './import-lines'

type Trial = {
  id: string
  form: string
  questions: Question[]
  passed: PassedRow[]
  /** whose family name changes */
  renamed: PlannedLine[]
  ignored: string[]
  counts: Counts
  duesUnread: boolean
  outcome: LineOutcome | null
  lines: PlannedLine[]
  page: number
  pages: number
}

type Props = {
  trial: Trial
  /** the form that confirms it, or what comes before it */
  confirmation: ReactNode
  fault: string | null
}

/** The dry run: its confirmation first, its lines below. */
export function ImportTrial({ trial, confirmation, fault }: Props) {
  const { id, form, ignored, questions, passed, renamed, counts, duesUnread, outcome, lines, page, pages } = trial
  const columnsHref = `/membres/import/${id}/colonnes`
  const address = (to: number) => `?${new URLSearchParams({ ...(outcome && { voir: outcome }), page: String(to) })}`
  return (
    <>
      <Section>
        {fault ? <Notice tone="refusal" title={fault} live="alert" /> : null}
        {duesUnread ? (
          <Notice tone="warning" title="Les colonnes de cotisation ne sont pas lues">
            <p>
              Seul qui tient à la fois le registre et les cotisations reprend des règlements&nbsp;: le Président, ou la
              personne à qui il délègue les deux.
            </p>
          </Notice>
        ) : null}
        <OpenQuestions questions={questions} href={columnsHref} />
        {counts.create + counts.change > 0 ? confirmation : <NothingToImport counts={counts} />}
        {counts.refused + counts.asked > 0 ? <NotTaken id={id} count={counts.refused + counts.asked} /> : null}
        <p className="text-muted">
          Lu comme&nbsp;: {form}.{ignored.length > 0 ? ` Colonnes non reprises : ${list(ignored)}.` : ''}
        </p>
        <p>
          <TextLink to={columnsHref}>Colonnes et questions du fichier</TextLink>
        </p>
        <PassedRows passed={passed} />
      </Section>
      {renamed.length > 0 ? (
        <Section title="Changements de nom" wide>
          <p>Les mêmes personnes, sous un autre nom&nbsp;: vérifiez chacune avant d’importer.</p>
          <ImportLines lines={renamed} />
        </Section>
      ) : null}
      <Section title="Ligne par ligne" wide>
        <Filter counts={counts} outcome={outcome} />
        <ImportLines lines={lines} />
        <Pagination previous={page > 1 ? address(page - 1) : null} next={page < pages ? address(page + 1) : null} />
      </Section>
    </>
  )
}

/** What was guessed of the file, and what waits for an answer. */
function OpenQuestions({ questions, href }: { questions: readonly Question[]; href: string }) {
  const open = questions.filter(({ taken }) => taken === null)
  const guessed = questions.filter(({ taken, id }) => taken !== null && id !== 'members')
  return (
    <>
      {open.length > 0 ? (
        <Notice
          tone="turn"
          title={
            open.length < 2 ? 'Une question attend votre réponse' : `${open.length} questions attendent votre réponse`
          }
        >
          {open.map(({ id, question }) => (
            <p key={id}>{question}</p>
          ))}
          <ButtonLink to={href} tone="secondary">
            Répondre
          </ButtonLink>
        </Notice>
      ) : null}
      {guessed.map(({ id, question, choices, taken }) => (
        <p key={id} className="text-muted">
          {question} {choices.find(({ value }) => value === taken)?.label}.
        </p>
      ))}
    </>
  )
}

/** The lines left, to be corrected in a file of their own. */
export function NotTaken({ id, count }: { id: string; count: number }) {
  return (
    <p>
      <TextLink to={`/membres/import/${id}/non-reprises.csv`} download>
        {count < 2
          ? 'Télécharger la ligne non reprise, avec son motif'
          : `Télécharger les ${count} lignes non reprises, avec leur motif`}
      </TextLink>
    </p>
  )
}

const SHOWN = ['refused', 'asked', 'create', 'change', 'same'] as const

function Filter({ counts, outcome }: { counts: Counts; outcome: LineOutcome | null }) {
  const linkClass =
    'inline-flex min-h-11 items-center aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:no-underline'
  return (
    <nav aria-label="Lignes montrées">
      <ul className="flex flex-wrap gap-x-5">
        <li>
          <Link to="?" aria-current={outcome === null || undefined} className={linkClass}>
            Toutes
          </Link>
        </li>
        {SHOWN.filter((each) => counts[each] > 0).map((each) => (
          <li key={each}>
            <Link to={`?voir=${each}`} aria-current={outcome === each || undefined} className={linkClass}>
              {OUTCOMES[each].word} ({counts[each]})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { frenchDate, frenchDateTime } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Steps, type Step } from '~/ui/steps'
import { appealSteps } from '../../appeals/ui/appeal-steps'
import type { CasePage } from '../case-page.query.server'

type Told = Pick<
  CasePage,
  'id' | 'state' | 'view' | 'letters' | 'hearing' | 'defence' | 'earliest' | 'explanations' | 'decision' | 'today' | 'meeting' | 'organWords' | 'appeal'
> // prettier-ignore

/** Where the procedure stands, from the letter to the decision: no step is skipped. */
export function CaseSteps(page: Told) {
  const notice = page.letters.find(({ opens }) => opens)
  const notified = page.letters.find(({ opens, onAppeal }) => !opens && !onAppeal)
  const answered = page.letters.find(({ onAppeal }) => onAppeal)
  const over = page.earliest !== null && page.earliest <= page.today
  return (
    <Steps
      label="Étapes de la procédure"
      steps={[
        letterStep(page, notice),
        {
          key: 'defence',
          title: 'Délai de défense',
          state: over || page.decision ? 'done' : page.earliest ? 'current' : 'todo',
          date: page.earliest ? `jusqu’à la veille du ${frenchDate(page.earliest)}` : undefined,
          detail:
            page.explanations.length > 0
              ? 'Le membre a répondu par écrit.'
              : notice
                ? 'Pas de réponse écrite à ce jour.'
                : null,
        },
        ...(page.hearing ? [hearingStep(page.hearing)] : []),
        ...(page.meeting
          ? [
              {
                key: 'meeting',
                title: 'Inscrit à l’ordre du jour',
                state: 'done' as const,
                date: frenchDate(page.meeting.date),
                detail: (
                  <TextLink to={`/assemblees/${page.meeting.id}`}>
                    {`${page.meeting.title}, résolution ${page.meeting.number}`}
                  </TextLink>
                ),
              },
            ]
          : []),
        {
          key: 'decision',
          title: 'Décision',
          state: page.decision ? 'done' : 'todo',
          date: page.decision ? frenchDate(page.decision.on) : undefined,
          detail: page.decision ? null : `Par ${page.organWords}, motivée.`,
        },
        ...(notified ? [decisionLetterStep(page, notified, 'Lettre de décision')] : []),
        ...(page.appeal ? appealSteps(page.appeal, page.view === 'concerned') : []),
        ...(answered ? [decisionLetterStep(page, answered, answerTitle(page))] : []),
      ]}
    />
  )
}

type Letter = CasePage['letters'][number]

function letterStep({ view }: Told, letter: Letter | undefined): Step {
  if (!letter)
    return { key: 'letter', title: 'Lettre recommandée', state: 'current', detail: 'À écrire : elle ouvre la défense.' }
  return {
    key: 'letter',
    title: 'Lettre recommandée',
    state: letter.presentedOn ? 'done' : 'current',
    date: `écrite le ${frenchDate(letter.writtenOn)}`,
    detail: <LetterProof letter={letter} view={view} />,
  }
}

const answerTitle = ({ appeal }: Told): string =>
  appeal?.outcome === 'WITHDRAWN' ? 'Lettre prenant acte du retrait' : 'Lettre de décision sur le recours'

function decisionLetterStep({ view }: Told, letter: Letter, title: string): Step {
  return {
    key: letter.id,
    title,
    state: letter.presentedOn ? 'done' : 'current',
    date: `écrite le ${frenchDate(letter.writtenOn)}`,
    detail: <LetterProof letter={letter} view={view} />,
  }
}

function LetterProof({ letter, view }: { letter: Letter; view: CasePage['view'] }) {
  const proof = letter.presentedOn
    ? `Présentée le ${frenchDate(letter.presentedOn)}${letter.receivedOn ? `, reçue le ${frenchDate(letter.receivedOn)}` : ''}.`
    : letter.depositedOn
      ? `Déposée le ${frenchDate(letter.depositedOn)}, présentation attendue.`
      : view === 'conducts'
        ? letter.opens
          ? 'À poster : le délai court de sa première présentation.'
          : 'À poster en recommandé.'
        : 'En cours d’envoi.'
  return (
    <>
      {proof}{' '}
      {view === 'conducts' ? (
        <TextLink to={`/courriers/${letter.id}`}>Lettre et preuves</TextLink>
      ) : letter.depositedOn ? (
        <TextLink to={`/courriers/${letter.id}.pdf`} reload>
          Lire la lettre
        </TextLink>
      ) : null}
    </>
  )
}

function hearingStep({ at, place, heardOn, notes }: NonNullable<CasePage['hearing']>): Step {
  return {
    key: 'hearing',
    title: 'Audition',
    state: notes !== null ? 'done' : 'todo',
    date: frenchDateTime(at),
    detail: notes === null ? place : heardOn ? 'Le membre a été entendu.' : 'Le membre n’est pas venu.',
  }
}

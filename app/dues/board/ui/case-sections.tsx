import { ArticleChip } from '~/ui/article-chip'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDate, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { StatusBadge } from '~/ui/status-badge'
import { Steps, type Step } from '~/ui/steps'
import { Timeline } from '~/ui/timeline'
import type { CasePage } from '../case-page.query.server'
import { failedWord } from './failed-word'

const CLOSED = { SETTLED: 'réglée', REMOVED: 'radiation prononcée', KEPT: 'membre maintenu', LEFT: 'membre parti' }

/** What is owed and since when. */
export function CaseFacts({ file }: { file: CasePage }) {
  const owed = file.amountCents - file.paidCents
  return (
    <DefinitionList
      items={[
        { term: 'Référence', value: file.reference },
        {
          term: 'Cotisation',
          value: <Money cents={file.amountCents} />,
          mark: <ArticleChip rule="13.2-b">{file.source}</ArticleChip>,
        },
        ...(file.paidCents > 0 ? [{ term: 'Reçu', value: <Money cents={file.paidCents} /> }] : []),
        { term: 'Reste dû', value: <Money cents={owed} /> },
        { term: 'Échéance', value: frenchDate(file.dueOn) },
        ...(file.reopenedOn
          ? [
              {
                term: 'Rouverte',
                value: `le ${frenchDate(file.reopenedOn)} : un paiement a été repris, le délai court de ce jour`,
              },
            ]
          : []),
        ...(file.closedAs
          ? [
              {
                term: 'Procédure',
                value: `close, ${CLOSED[file.closedAs]}${file.closedOn ? ` le ${frenchDate(file.closedOn)}` : ''}`,
              },
            ]
          : []),
      ]}
    />
  )
}

/** Each step with its day and the ruling that allowed it; then those to come. */
export function CaseSteps({ file }: { file: CasePage }) {
  const { taken, toCome, next } = file
  const done = taken.map(({ stage, title, on, takenOver, failed, reasons }): Step => ({
    key: stage,
    title,
    state: 'done',
    date: frenchDate(on),
    detail: failed ? (
      <FailedDelivery {...failed} />
    ) : takenOver ? (
      'accomplie avant la tenue des cotisations ici'
    ) : undefined,
    mark: reasons[0] ? <ArticleChip rule={reasons[0].rule} reasons={reasons} /> : null,
  }))
  const coming = toCome.map((title, index): Step => ({
    key: title,
    title,
    state: index === 0 ? 'current' : 'todo',
    date: index === 0 && next?.day ? `${next.since ? 'depuis le' : 'à partir du'} ${frenchDate(next.day)}` : undefined,
    detail: index === 0 && next ? next.who : undefined,
    mark: index === 0 && next?.reasons[0] ? <ArticleChip rule={next.reasons[0].rule} reasons={next.reasons} /> : null,
  }))
  return <Steps label="Étapes de la procédure" steps={[...done, ...coming]} />
}

/** A mail that did not arrive: since when, and what went in its place. */
function FailedDelivery({ failedOn, waiting, again, ...failed }: NonNullable<CasePage['taken'][number]['failed']>) {
  return (
    <>
      <StatusBadge tone={again ? 'neutral' : failed.unanswered ? 'turn' : 'refusal'}>
        {failed.unanswered ? 'sans réponse' : 'non distribué'}
      </StatusBadge>{' '}
      {waiting
        ? 'courriel non parti, faute de serveur de messagerie'
        : `courriel ${failedWord(failed)} le ${frenchDate(failedOn)}`}
      ,{' '}
      {again
        ? `${again.byMail ? 'renvoyé par courriel' : 'posté'} le ${frenchDate(again.on)}`
        : 'à renvoyer ou à poster'}
    </>
  )
}

/** What the procedure waits for, money or messages, and where it is settled, for whoever keeps the dues. */
export function HeldNotice({ file }: { file: CasePage }) {
  if (file.held.length === 0) return null
  return (
    <Notice tone="info" title="La procédure attend">
      {file.held.map(({ why, to, action }) => (
        <p key={to + why}>
          {why} {file.view === 'manages' ? <TextLink to={to}>{action}</TextLink> : null}
        </p>
      ))}
    </Notice>
  )
}

/** What a mail that came back holds or weakens, and the two things to do; for those who keep the dues or will decide. */
export function UndeliveredNotice({ file }: { file: CasePage }) {
  const { undelivered, view, taken, memberId } = file
  if (undelivered === 0 || view === 'concerned') return null
  const letterGone = taken.some(({ stage }) => stage === 'formal-notice')
  return (
    <Notice
      tone="warning"
      title={`${plural(undelivered, 'courriel non distribué', 'courriels non distribués')} dans cette procédure`}
    >
      <p>
        L’étape garde sa date, mais le membre n’a rien reçu : une radiation qui s’appuierait sur ce message serait
        contestable.{' '}
        {letterGone
          ? 'Ce retour n’était pas connu quand la lettre recommandée est partie : ceux qui décident doivent le savoir.'
          : 'La lettre recommandée attend donc qu’il soit renvoyé ou posté, et son délai court de ce jour.'}
      </p>
      {view === 'manages' ? (
        <p>
          <TextLink to={`/membres/${memberId}`}>Corriger l’adresse du membre</TextLink>, puis{' '}
          <TextLink to="/cotisations/courriers#revenus">renvoyer ou poster le message</TextLink>.
        </p>
      ) : null}
    </Notice>
  )
}

const LETTERS: Record<string, string> = {
  'dues-formal-notice': 'Invitation à s’expliquer',
  'dues-decision': 'Notification de la décision',
}

/** The registered letters and their proofs. */
export function CaseLetters({ file }: { file: CasePage }) {
  return (
    <ul className="max-w-[46rem] space-y-2">
      {file.letters.map((letter) => (
        <li key={letter.id}>
          {file.view === 'manages' ? (
            <TextLink to={`/courriers/${letter.id}`}>{LETTERS[letter.kind] ?? letter.kind}</TextLink>
          ) : (
            (LETTERS[letter.kind] ?? letter.kind)
          )}
          <span className="text-muted"> {story(letter)}</span>
        </li>
      ))}
    </ul>
  )
}

function story(letter: CasePage['letters'][number]): string {
  if (!letter.depositedOn) return 'préparée, à poster'
  return [
    `déposée le ${frenchDate(letter.depositedOn)}`,
    letter.presentedOn && `présentée le ${frenchDate(letter.presentedOn)}`,
    letter.receivedOn && `remise le ${frenchDate(letter.receivedOn)}`,
    letter.returnedOn && `retournée le ${frenchDate(letter.returnedOn)} (${letter.returnReason ?? ''})`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Money that came for this dues, or was taken back. */
export function CasePayments({ file }: { file: CasePage }) {
  return (
    <Timeline
      label="Paiements"
      entries={file.payments.map(({ id, on, amountCents, payer, paymentId }) => ({
        key: id,
        when: frenchDate(on),
        dateTime: on,
        title: (
          <>
            <Money cents={amountCents} /> {amountCents < 0 ? 'repris' : `de ${payer}`}
          </>
        ),
        detail:
          file.view === 'manages' ? (
            <TextLink to={`/cotisations/paiements/${paymentId}`}>Voir le paiement</TextLink>
          ) : undefined,
      }))}
    />
  )
}

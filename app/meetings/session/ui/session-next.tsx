import type { SubmissionResult } from '@conform-to/react'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import type { AfterNoQuorum, SessionPage } from '../session-page.query.server'
import { NoQuorumNext } from './no-quorum-next'
import { OpenSessionForm } from './open-session-form'
import { Press } from './press'

type SessionNextProps = {
  meetingId: string
  page: SessionPage
  after: AfterNoQuorum | null
  lastResult: SubmissionResult<string[]> | undefined
}

/** What comes next, for whoever holds the page: open the attendance, declare the session open, vote, close. */
export function SessionNext({ meetingId, page, after, lastResult }: SessionNextProps) {
  switch (page.phase) {
    case 'before':
      return <Before page={page} lastResult={lastResult} />
    case 'attendance':
      return <Attendance meetingId={meetingId} page={page} />
    case 'running':
      return <Running meetingId={meetingId} page={page} />
    case 'no-quorum':
      return (
        <Section title="Le quorum n’a pas été réuni">
          <p className="max-w-measure">
            L’assemblée n’a pas délibéré. Le procès-verbal de carence s’écrit de lui-même à partir de l’émargement.
          </p>
          {after ? <NoQuorumNext meetingId={meetingId} after={after} /> : null}
          <ButtonLink to={`/assemblees/${meetingId}/pv`} tone="secondary">
            Procès-verbal de carence
          </ButtonLink>
        </Section>
      )
    case 'closed':
      return (
        <Section title={`Séance levée à ${page.hours.closed ?? ''}`}>
          <p>Les faits sont écrits : il reste à ajouter les débats et à signer.</p>
          <ButtonLink to={`/assemblees/${meetingId}/pv`}>Aller au procès-verbal</ButtonLink>
        </Section>
      )
    default:
      return null
  }
}

function Before({ page, lastResult }: Pick<SessionNextProps, 'page' | 'lastResult'>) {
  const { opening } = page
  return (
    <Section title="Avant la séance">
      {opening?.mayOpen && opening.today ? (
        <OpenSessionForm opening={opening} lastResult={lastResult} />
      ) : (
        <p className="max-w-measure">
          {opening?.mayOpen
            ? 'L’émargement s’ouvre le jour de la réunion, ici même.'
            : 'La présidence, ou la vice-présidence qui la remplace, ouvre l’émargement le jour de la réunion.'}
        </p>
      )}
    </Section>
  )
}

function RoomLinks({ meetingId }: { meetingId: string }) {
  return (
    <p className="flex flex-wrap gap-3">
      <ButtonLink to={`/assemblees/${meetingId}/ecran`} tone="secondary">
        Écran de la salle
      </ButtonLink>
      <ButtonLink to={`/assemblees/${meetingId}/emargement`} tone="secondary">
        Émargement
      </ButtonLink>
    </p>
  )
}

function Attendance({ meetingId, page }: Pick<SessionNextProps, 'meetingId' | 'page'>) {
  const { quorum, tooEarly, mayPreside, hours, roomCode, chair } = page
  return (
    <Section title="Les membres signent">
      <p className="max-w-measure">
        Code de la salle&nbsp;:{' '}
        <strong className="whitespace-nowrap text-[1.25rem] tabular-nums tracking-wider">
          {roomCode?.replace(/(\d{3})(\d{3})/, '$1 $2')}
        </strong>
        . Il est aussi sur l’écran de la salle, avec son code QR.
      </p>
      <RoomLinks meetingId={meetingId} />
      {mayPreside && chair && !chair.here ? (
        <Notice tone="turn" title="Vous n’avez pas encore signé">
          Qui préside signe comme les autres, sans quoi sa présence n’est pas comptée.
        </Notice>
      ) : null}
      {!mayPreside ? null : tooEarly ? (
        <p className="text-muted">
          La réunion est convoquée à {hours.convened}. À partir de cette heure, vous pourrez déclarer la séance ouverte.
        </p>
      ) : quorum.met ? (
        <Press
          act="declare"
          pending="Ouverture en cours"
          consequence="Le quorum est atteint. Il est enregistré avec l’heure, et les résolutions peuvent être mises aux voix."
        >
          Déclarer la séance ouverte
        </Press>
      ) : (
        <details className="max-w-measure">
          <summary className="font-semibold">Le quorum ne sera pas réuni</summary>
          <div className="mt-3">
            <Press
              act="no-quorum"
              tone="danger"
              pending="Enregistrement"
              consequence="La séance se termine sans délibérer, et cela ne peut pas être repris. Le procès-verbal de carence s’écrit avec ceux qui ont signé."
            >
              Constater l’absence de quorum
            </Press>
          </div>
        </details>
      )}
    </Section>
  )
}

const LEFT = ['PENDING', 'ONLINE', 'OPEN']

function Running({ meetingId, page }: Pick<SessionNextProps, 'meetingId' | 'page'>) {
  const { items, mayPreside, quorum } = page
  const left = items.flatMap(({ resolutions }) => resolutions).filter(({ state }) => LEFT.includes(state)).length
  return (
    <Section title="La séance est ouverte">
      {quorum.met ? null : (
        <Notice tone="warning" live="alert" title="Des départs ont fait perdre le quorum">
          Plus rien ne peut être voté tant qu’il n’est pas retrouvé. Les votes déjà clos restent acquis.
        </Notice>
      )}
      <RoomLinks meetingId={meetingId} />
      {mayPreside && left === 0 ? (
        <Press
          act="close"
          pending="Levée en cours"
          consequence="Toutes les résolutions sont décidées ou retirées. L’heure est enregistrée, l’émargement se clôt ; la séance ne peut pas être rouverte."
        >
          Lever la séance
        </Press>
      ) : null}
      {mayPreside && left > 0 ? (
        <p className="text-muted">
          {left === 1 ? 'Une résolution reste' : `${left} résolutions restent`} à voter ou à retirer avant de lever la
          séance.
        </p>
      ) : null}
    </Section>
  )
}

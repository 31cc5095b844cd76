import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { MeetingState } from '~/generated/prisma/enums'
import { SubmitButton } from '~/ui/button'
import { list } from '~/ui/format'
import { FormActions } from '~/ui/form'
import { Icon } from '~/ui/icon'
import { ButtonLink, TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import { Qr } from '~/ui/qr'
import type { Membership } from '../presence.query.server'
import { ArrivalNotice } from './arrival-notes'
import { OwnArrivalForm } from './own-arrival-form'

type OwnPresenceProps = {
  meetingId: string
  state: MeetingState
  membership: Membership
  /** several memberships: each is named */
  named: boolean
  video: boolean
  videoUrl: string | null
  roomCode: string | null
  justArrived: boolean
  lastResult: SubmissionResult<string[]> | undefined
}

/** One membership on one’s own phone: the code for the desk, the signature, then what being there allows. */
export function OwnPresence(props: OwnPresenceProps) {
  const { membership, state, named, justArrived } = props
  const { label, notes, present } = membership
  const title = named ? label : present ? 'Votre présence est notée' : 'Votre présence'
  return (
    <Section title={title}>
      {justArrived && present ? <ArrivalNotice label={label} notes={notes} own /> : null}
      {state === 'CONVENED' ? <BeforeOpening membership={membership} /> : null}
      {state === 'OPEN' && present ? <Present {...props} /> : null}
      {state === 'OPEN' && !present ? <ToSign {...props} /> : null}
      {state !== 'CONVENED' && state !== 'OPEN' ? <p>L’émargement est clos.</p> : null}
    </Section>
  )
}

function BeforeOpening({ membership }: { membership: Membership }) {
  return (
    <div className="space-y-4">
      <p>À votre arrivée, montrez ce code à l’accueil : votre nom s’ouvre aussitôt sur la tablette et vous signez.</p>
      <Qr svg={membership.code} label={`Code personnel de ${membership.label} pour l’accueil de cette réunion`} />
      <p className="text-muted">
        Sans ce code, donnez votre nom. Vous pourrez aussi signer ici, avec les six chiffres affichés dans la salle.
      </p>
    </div>
  )
}

function ToSign({ membership, video, roomCode, lastResult }: OwnPresenceProps) {
  return (
    <>
      <OwnArrivalForm
        memberId={membership.memberId}
        label={membership.label}
        video={video}
        roomCode={roomCode}
        lastResult={lastResult}
      />
      <details className="max-w-measure border-t border-rule pt-3">
        <summary className="font-semibold">Signer plutôt à l’accueil, avec mon code personnel</summary>
        <div className="mt-3">
          <Qr svg={membership.code} label={`Code personnel de ${membership.label} pour l’accueil de cette réunion`} />
        </div>
      </details>
    </>
  )
}

function Present({ meetingId, membership, videoUrl }: OwnPresenceProps) {
  const { notes, since, video, memberId } = membership
  return (
    <>
      <p className="flex items-center gap-2 text-[1.125rem]">
        <Icon name="success" className="text-accent" />
        {video ? 'Par visioconférence' : 'Dans la salle'}, depuis {since}
        {notes.represents.length > 0 ? `. Vous représentez ${list(notes.represents)}.` : '.'}
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={`/assemblees/${meetingId}/vote`}>Aller au vote</ButtonLink>
        {video && videoUrl ? (
          <ButtonLink to={videoUrl} tone="secondary" reload>
            Rejoindre la visioconférence
          </ButtonLink>
        ) : null}
      </div>
      <details className="max-w-measure border-t border-rule pt-3">
        <summary className="font-semibold">Je pars avant la fin</summary>
        <Form method="post" className="mt-3 space-y-3">
          <input type="hidden" name="act" value="leave" />
          <input type="hidden" name="memberId" value={memberId} />
          <FormActions
            consequence={`Vous ne serez plus compté présent et vous ne voterez plus${notes.represents.length > 0 ? `, ni pour ${list(notes.represents)}` : ''}. Vous pouvez revenir et signer de nouveau, ou donner ensuite votre pouvoir à un membre présent.`}
          >
            <SubmitButton tone="secondary" pending="Enregistrement">
              Noter mon départ
            </SubmitButton>
          </FormActions>
        </Form>
      </details>
    </>
  )
}

/** After leaving: a proxy may still be given for what remains. */
export function GoneNotice({ meetingId }: { meetingId: string }) {
  return (
    <p>
      Votre départ est noté.{' '}
      <TextLink to={`/assemblees/${meetingId}/reponse`}>Donner mon pouvoir à un membre présent</TextLink>
    </p>
  )
}

import { Form } from '@remix-run/react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { weightWords } from '~/statutes/vote-weight'
import { VoteChoices } from '~/ui/vote-buttons'
import { FORM_CHOICES } from '../choices'
import type { OpenVote } from '../vote-page.query.server'
import { FinalChoice } from './final-choice'
import type { FormChoice } from './use-cast'

export type Press = (members: readonly string[], choice: FormChoice) => void

const isFormChoice = (value: string): value is FormChoice => Object.values(FORM_CHOICES).some((each) => each === value)

/** What the pressed button says; with JavaScript the page sends it by itself, without it the form goes. */
function chosen(event: FormEvent<HTMLFormElement>): FormChoice | null {
  const { submitter } = event.nativeEvent as SubmitEvent
  return submitter instanceof HTMLButtonElement && isFormChoice(submitter.value) ? submitter.value : null
}

type ChoiceFormProps = {
  ballot: OpenVote
  /** whose votes one press casts */
  members: readonly string[]
  voter: string
  voices: number
  byProxy?: boolean
  /** the choice already received, which another replaces; a secret one is known to nobody */
  current: string | null
  sending: boolean
  receipt: ReactNode
  press: Press
  heading?: ReactNode
}

/** The choices of one voter, or the same for several. A secret vote is final: its choice is asked back before it leaves. */
export function ChoiceForm(props: ChoiceFormProps) {
  const { ballot, members, voter, voices, byProxy, current, sending, receipt, press, heading } = props
  const weight = weightWords(ballot.byHead, { members: members.length, voices })
  const [asked, ask] = useState<FormChoice | null>(null)
  return (
    <Form
      method="post"
      reloadDocument
      onSubmit={(event) => {
        const choice = chosen(event)
        if (!choice) return
        event.preventDefault()
        if (!ballot.secret) press(members, choice)
        else if (!sending) ask(choice)
      }}
    >
      <input type="hidden" name="resolutionId" value={ballot.resolutionId} />
      {members.map((memberId) => (
        <input key={memberId} type="hidden" name="member" value={memberId} />
      ))}
      {heading}
      <VoteChoices
        question={`Résolution ${ballot.number}, ${ballot.title}`}
        voter={voter}
        weight={weight}
        byProxy={byProxy}
        current={asked ?? current}
        currentWord={asked ? 'Votre choix' : 'Votre vote'}
        receipt={
          <>
            {receipt}
            {asked ? (
              <FinalChoice
                choice={asked}
                voter={voter}
                weight={weight}
                sending={sending}
                onConfirm={() => press(members, asked)}
                onBack={() => ask(null)}
              />
            ) : null}
          </>
        }
      />
    </Form>
  )
}

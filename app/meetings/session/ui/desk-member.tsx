import { byName } from '~/statutes/french'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { list } from '~/ui/format'
import { FormActions } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import type { DeskLine } from '../desk.query.server'
import { ArrivalForm } from './arrival-form'

type DeskMemberProps = {
  line: DeskLine
  member: Parameters<typeof ArrivalForm>[0]['member']
  /** labels of those whom he represents: they go with him */
  represents: readonly string[]
  lastResult: SubmissionResult<string[]> | undefined
  back: string
}

/** One member at the door: he signs in, or his departure is written down. */
export function DeskMember({ line, member, represents, lastResult, back }: DeskMemberProps) {
  return (
    <Section id="signer" title={line.label}>
      {line.present ? (
        <Form method="post" className="space-y-4">
          <p>
            {line.video ? 'Présent par visioconférence' : 'Présent'} {line.hours}
            {line.representative ? `, ${byName(line.representative)}` : ''}.
          </p>
          <input type="hidden" name="act" value="leave" />
          <input type="hidden" name="memberId" value={line.memberId} />
          <FormActions
            consequence={`Son départ est noté à l’heure de maintenant, et le quorum recalculé.${represents.length > 0 ? ` Fin de la représentation de : ${list(represents)}.` : ''} La personne pourra revenir et signer de nouveau.`}
          >
            <SubmitButton tone="secondary" pending="Enregistrement">
              Noter son départ
            </SubmitButton>
            <TextLink to={back}>Revenir à la liste</TextLink>
          </FormActions>
        </Form>
      ) : (
        <ArrivalForm key={member.memberId} member={member} lastResult={lastResult} back={back} />
      )}
    </Section>
  )
}

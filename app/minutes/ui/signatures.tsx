import { Form } from '@remix-run/react'
import { renewalPath } from '~/platform/sign-in/fresh'
import { SubmitButton } from '~/ui/button'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Steps } from '~/ui/steps'
import { list } from '~/ui/format'
import { ROLE_LABELS, type SignatoryRole } from '../signatories'

type Props = {
  minutesId: string
  title: string
  signatures: { role: string; name: string; quality: string; signedAt: string }[]
  missing: string[]
  maySign: { role: SignatoryRole; fresh: boolean } | null
  /** this page, to come back to after the identity was confirmed */
  here: string
  /** what the signatories must know of the convocations; null: nothing */
  untold: string | null
}

/** Who has signed, who must still, and the act of signing: first confirm one's identity, then sign. */
export function Signatures({ minutesId, title, signatures, missing, maySign, here, untold }: Props) {
  return (
    <div className="space-y-4">
      <Steps
        label="Signatures"
        steps={[
          ...signatures.map(({ role, name, signedAt }) => ({
            key: role,
            title: role,
            state: 'done' as const,
            detail: `${name}, le ${signedAt}`,
          })),
          ...missing.map((role) => ({ key: role, title: role, state: 'todo' as const, detail: 'signature attendue' })),
        ]}
      />
      {maySign ? (
        <Notice tone="turn" title={`Votre signature est attendue : ${ROLE_LABELS[maySign.role].toLowerCase()}`}>
          {maySign.fresh ? (
            <Form method="post" className="space-y-3">
              <input type="hidden" name="intent" value="sign" />
              <input type="hidden" name="minutesId" value={minutesId} />
              {untold ? <p className="font-semibold">{untold}</p> : null}
              <p>{`En signant, vous attestez que « ${title} » rapporte ce qui s’est passé. Une fois les deux signatures données, il est numéroté et ne change plus.`}</p>
              <SubmitButton pending="Signature en cours">Signer le procès-verbal</SubmitButton>
            </Form>
          ) : (
            <>
              <p>Avant de signer, confirmez que c’est bien vous, par un lien à votre adresse qui vous ramène ici.</p>
              <ButtonLink to={renewalPath(here)}>Confirmer mon identité</ButtonLink>
            </>
          )}
        </Notice>
      ) : missing.length > 0 ? (
        <p className="text-muted">{`En attente : ${list(missing.map((role) => role.toLowerCase()))}.`}</p>
      ) : null}
    </div>
  )
}

import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { FormActions, TextArea } from '~/ui/form'

type Props = { reply: FormReply | undefined }

/** The second signature. */
export const SignForm = ({ reply }: Props) => (
  <Form method="post" className="space-y-6">
    <RefusalPanel refusal={reply?.refusal} />
    <FormActions consequence="Vous attestez avoir lu l’acte cité. Le fait est enregistré aussitôt, marqué comme une reprise, avec vos deux noms. Cela ne s’efface pas.">
      <SubmitButton name="intent" value="sign" pending="Signature en cours">
        Signer cette reprise
      </SubmitButton>
    </FormActions>
  </Form>
)

/** Why another officer does not sign. */
export const RefuseForm = ({ reply }: Props) => (
  <Form method="post" className="space-y-6">
    <input type="hidden" name="intent" value="refuse" />
    <TextArea
      name="refusal"
      id="refusal"
      label="Pourquoi vous ne signez pas"
      required
      rows={2}
      errors={reply?.lastResult.error?.refusal ?? undefined}
    />
    <FormActions
      consequence={
        <>
          Rien n’est enregistré. <Prepared to="la personne qui a proposé la reprise" />
        </>
      }
    >
      <SubmitButton tone="secondary" pending="Enregistrement en cours">
        Refuser cette reprise
      </SubmitButton>
    </FormActions>
  </Form>
)

/** Whoever proposed it takes it back. */
export const WithdrawForm = ({ reply }: Props) => (
  <Form method="post" className="space-y-6">
    <RefusalPanel refusal={reply?.refusal} />
    <FormActions consequence="Rien n’a été enregistré. Vous pourrez en proposer une autre.">
      <SubmitButton tone="secondary" name="intent" value="withdraw" pending="Retrait en cours">
        Retirer cette reprise
      </SubmitButton>
    </FormActions>
  </Form>
)

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { CitationFields } from '~/members/register/ui/citation-fields'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FormActions, SelectField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { categoryForm, citedCategory } from '../category.form'

type Props = {
  reply: FormReply | undefined
  back: string
  cited: boolean
  /** those that he is not in */
  categories: { value: string; label: string }[]
}

/** A member enters another category, by a decision taken elsewhere. */
export function CategoryForm({ reply, back, cited, categories }: Props) {
  const schema = cited ? citedCategory : categoryForm
  const [form, fields] = useForm<z.input<typeof citedCategory>, z.output<typeof categoryForm>>({
    lastResult: reply?.lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <ActForm form={form} fields={fields} reply={reply}>
      {cited ? <CitationFields fields={fields} /> : null}
      <SelectField
        {...bind(fields.category)}
        label="Nouvelle catégorie"
        required
        empty="Choisissez"
        choices={categories}
      />
      <DateField
        {...bind(fields.on)}
        label="À compter du"
        required
        help="Le jour de la décision, ou celui qu’elle fixe. Les listes d’électeurs déjà figées ne changent pas."
      />
      <FormActions
        consequence={
          cited ? (
            <>
              <Prepared to="chacun des autres membres du Bureau" /> La catégorie change à la seconde signature.
            </>
          ) : (
            'Ses voix, ses pouvoirs et sa cotisation deviennent ceux de cette catégorie.'
          )
        }
      >
        <SubmitButton pending="Enregistrement en cours">
          {cited ? 'Proposer cette reprise' : 'Enregistrer le changement'}
        </SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}

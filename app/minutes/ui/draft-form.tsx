import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { FormActions, TextArea } from '~/ui/form'
import type { DraftContent, MinutesItem } from '../body'

type Props = { version: number; content: DraftContent; items: MinutesItem[] }

/** What the secretary adds to the facts: each text area stands where its words will be printed. */
export function DraftForm({ version, content, items }: Props) {
  return (
    <Form method="post" className="space-y-6">
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="basedOn" value={version} />
      <TextArea
        name="opening"
        label="Ouverture de la séance"
        optional
        defaultValue={content.opening}
        help="Mot d’accueil, excusés, remarques avant l’ordre du jour."
      />
      {items.map((item) => (
        <TextArea
          key={item.id}
          name={`debates.${item.id}`}
          label={`Débats du point ${item.position} : ${item.title}`}
          optional
          defaultValue={content.debates[item.id] ?? ''}
        />
      ))}
      <TextArea
        name="closing"
        label="Clôture"
        optional
        defaultValue={content.closing}
        help="Par exemple : l’ordre du jour étant épuisé, la séance est levée."
      />
      <FormActions consequence="Chaque enregistrement garde les versions précédentes.">
        <SubmitButton pending="Enregistrement en cours">Enregistrer le projet</SubmitButton>
      </FormActions>
    </Form>
  )
}

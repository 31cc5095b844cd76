import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { frenchDate, plural } from '~/ui/format'
import { FormActions, RadioGroup } from '~/ui/form'
import { Money } from '~/ui/money'
import { DefinitionList } from '~/ui/definition-list'

type Props = {
  year: number
  dueOn: string
  overdue: boolean
  preview: { opened: number; mails: number; letters: number; owedCents: number }
}

/** What the call will do, in figures, then the call. */
export function CallForm({ year, dueOn, overdue, preview }: Props) {
  const { opened, mails, letters, owedCents } = preview
  return (
    <Form method="post" className="space-y-5">
      <DefinitionList
        items={[
          { term: 'Messages', value: plural(mails, 'courriel') },
          { term: 'Sans courriel', value: `${plural(letters, 'courrier')} à poster` },
          { term: 'Somme appelée', value: <Money cents={owedCents} /> },
          ...(opened > 0
            ? [{ term: 'Cotisations à ouvrir', value: plural(opened, 'membre arrivé', 'membres arrivés') }]
            : []),
        ]}
      />
      {overdue ? (
        <RadioGroup
          name="how"
          id="how"
          label={`L’échéance du ${frenchDate(dueOn)} est passée`}
          defaultValue="send"
          choices={[
            {
              value: 'send',
              label: 'Appeler maintenant',
              help: 'Un appel est préparé pour chacun ; les délais courent du jour de son envoi.',
            },
            {
              value: 'taken-over',
              label: 'L’appel a déjà été fait ailleurs',
              help: 'Aucun message n’est préparé : le premier rappel est l’étape qui vient.',
            },
          ]}
        />
      ) : null}
      <FormActions consequence="Vous relisez d’abord. Ensuite, les rappels se préparent d’eux-mêmes, chacun en son temps.">
        <SubmitButton pending="Appel en cours">{`Appeler la cotisation ${year}`}</SubmitButton>
      </FormActions>
    </Form>
  )
}

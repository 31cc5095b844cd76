import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { Section } from '~/ui/page'
import type { BoxTrial } from './box-trial.server'

const WORDS = {
  never: 'La boîte n’a jamais été essayée : rien ne dit qu’un courriel qui revient y arrive.',
  'no-address': 'Aucune adresse de retour n’est réglée (MAIL_BOUNCE_ADDRESS) : ce qui revient n’arrive nulle part ici.',
  waiting: 'Le dernier essai n’est pas encore parti.',
  'on-its-way':
    'Le dernier essai est parti et n’est pas encore arrivé : la boîte est relue toutes les quelques minutes.',
  unanswered:
    'Le dernier essai a été transmis et le serveur n’a pas répondu : il est peut-être arrivé, la boîte est relue toutes les quelques minutes. S’il n’arrive pas, essayez de nouveau.',
  late: 'Le dernier essai est parti depuis plus d’un quart d’heure et n’est pas arrivé : la boîte ne reçoit sans doute pas les adresses avec un « + », ou n’est pas celle que le logiciel lit. Ce qui revient n’est connu de personne.',
  arrived: 'Le dernier essai est arrivé : ce qui revient sera lu.',
  refused:
    'Le dernier essai a été refusé : la boîte n’accepte sans doute pas les adresses avec un « + ». Qui tient le serveur les y autorise, ou règle une autre adresse (MAIL_BOUNCE_ADDRESS).',
} as const satisfies Record<BoxTrial['state'], string>

/** Whether what comes back would be read, and the way to know. */
export function TrialSection({ trial }: { trial: BoxTrial }) {
  return (
    <Section title="Essai de la boîte">
      <p>{WORDS[trial.state]}</p>
      {trial.state === 'refused' && trial.answer ? <p className="text-muted">Réponse : {trial.answer}</p> : null}
      {trial.state === 'no-address' ? null : (
        <Form method="post" action="/courriels-revenus" className="mt-3">
          <input type="hidden" name="intent" value="try" />
          <SubmitButton tone="secondary" pending="Envoi de l’essai">
            Essayer la boîte
          </SubmitButton>
        </Form>
      )}
    </Section>
  )
}

import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { plural, shortDate } from '~/ui/format'
import { CheckboxField, DateField, FormActions } from '~/ui/form'
import { ButtonLink, TextLink } from '~/ui/link'
import type { CourierPage } from '../courier-page.query.server'

type Returned = CourierPage['returned'][number]

/** Calls and reminders whose mail did not arrive: print, post, say when; and correct the address. */
export function ReturnedForm({ returned, today }: { returned: readonly Returned[]; today: string }) {
  const ready = returned.filter(({ postal }) => postal)
  const without = returned.filter(({ postal }) => !postal)
  return (
    <>
      <div className="max-w-measure space-y-2">
        <p>
          Ces messages sont partis par courriel et n’ont pas été distribués. Chaque étape reste acquise à sa date, mais
          une radiation qui s’appuierait sur un rappel jamais arrivé serait contestable.
        </p>
        <p>
          Tant qu’ils ne sont pas postés, la lettre recommandée attend ; son délai court ensuite de ce jour. Corrigez
          aussi l’adresse&nbsp;: les messages suivants partiront à la bonne.
        </p>
      </div>
      {ready.length > 0 ? (
        <>
          <ButtonLink to="/cotisations/courriers/impression?quoi=revenus" tone="secondary" reload>
            Imprimer {plural(ready.length, 'message non distribué', 'messages non distribués')} (PDF)
          </ButtonLink>
          <Form method="post" className="space-y-4">
            <input type="hidden" name="intent" value="reposted" />
            <fieldset className="max-w-[46rem]">
              <legend className="mb-1 font-semibold">Messages postés</legend>
              {ready.map((one) => (
                <CheckboxField
                  key={one.key}
                  id={`reposted-${one.key}`}
                  name="messages"
                  value={one.key}
                  defaultChecked
                  label={one.label}
                  help={<Failure {...one} />}
                />
              ))}
            </fieldset>
            <DateField name="on" id="reposted-on" label="Postés le" defaultValue={today} max={today} required />
            <FormActions>
              <SubmitButton pending="Enregistrement en cours">Enregistrer l’envoi par la poste</SubmitButton>
            </FormActions>
          </Form>
        </>
      ) : null}
      {without.length > 0 ? (
        <div>
          <p className="font-semibold">Sans adresse postale : fiche à compléter</p>
          <ul className="list-disc pl-6">
            {without.map((one) => (
              <li key={one.key}>
                {one.label}. <Failure {...one} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

function Failure({ what, on, refused, failedOn, address, corrected, memberId }: Returned) {
  return (
    <>
      {what} du {shortDate(on)}, courriel {refused ? 'refusé' : 'revenu'} le {shortDate(failedOn)}&nbsp;:{' '}
      <span className="break-all">{address}</span>
      {corrected ? ' (corrigée depuis)' : ''}. <TextLink to={`/membres/${memberId}`}>Fiche du membre</TextLink>
    </>
  )
}

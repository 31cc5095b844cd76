import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { plural } from '~/ui/format'
import { CheckboxField, DateField, FormActions } from '~/ui/form'
import { ButtonLink } from '~/ui/link'
import { HeldReasons } from './held-reasons'
import { Failure, ResendList, type Returned } from './resend-list'

/** Calls and reminders whose mail did not arrive: correct the address and send again, or print, post, say when. */
export function ReturnedForm({ returned, today }: { returned: readonly Returned[]; today: string }) {
  const corrected = returned.filter(({ newAddress }) => newAddress !== null)
  const postal = returned.filter((one) => one.postal)
  const without = returned.filter((one) => !one.postal && one.newAddress === null)
  return (
    <>
      <div className="max-w-measure space-y-2">
        <p>
          Ces messages ont été écrits par courriel et n’ont pas été distribués. Chaque étape reste acquise à sa date,
          mais une radiation qui s’appuierait sur un rappel jamais arrivé serait contestable.
        </p>
        <p>
          Tant qu’ils ne sont ni renvoyés ni postés, la lettre recommandée attend ; son délai court ensuite de ce jour.
          Après un courriel qui n’est pas parti, le rappel suivant attend aussi. Une fois l’adresse corrigée sur la
          fiche du membre, le message peut repartir par courriel.
        </p>
      </div>
      {corrected.length > 0 ? <ResendList corrected={corrected} /> : null}
      {postal.length > 0 ? <PostForm postal={postal} offered={corrected.length > 0} today={today} /> : null}
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

type PostProps = {
  postal: readonly Returned[]
  /** some may leave by mail instead */
  offered: boolean
  today: string
}

function PostForm({ postal, offered, today }: PostProps) {
  return (
    <>
      {offered ? <h3 className="text-[1.125rem]">Ou par la poste</h3> : null}
      <ButtonLink to="/cotisations/courriers/impression?quoi=revenus" tone="secondary" reload>
        Imprimer {plural(postal.length, 'message non distribué', 'messages non distribués')} (PDF)
      </ButtonLink>
      <Form method="post" className="space-y-4">
        <input type="hidden" name="intent" value="reposted" />
        <fieldset className="max-w-[46rem]">
          <legend className="mb-1 font-semibold">Messages postés</legend>
          {postal.map((one) => (
            <CheckboxField
              key={one.key}
              id={`reposted-${one.key}`}
              name="messages"
              value={one.key}
              defaultChecked={one.newAddress === null && one.by.length === 0}
              label={one.label}
              help={
                <>
                  <Failure {...one} />
                  <HeldReasons by={one.by} />
                </>
              }
            />
          ))}
        </fieldset>
        <DateField name="on" id="reposted-on" label="Postés le" defaultValue={today} max={today} required />
        <FormActions>
          <SubmitButton pending="Enregistrement en cours">Enregistrer l’envoi par la poste</SubmitButton>
        </FormActions>
      </Form>
    </>
  )
}

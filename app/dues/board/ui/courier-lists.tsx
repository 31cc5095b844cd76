import { Form } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { plural, shortDate } from '~/ui/format'
import { CheckboxField, DateField, FormActions } from '~/ui/form'
import { ButtonLink, TextLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { HeldReasons } from './held-reasons'
import type { CourierPage } from '../courier-page.query.server'

/** Calls and reminders to post, and the day on which they were. */
export function ToWriteForm({ lines, today }: { lines: CourierPage['toWrite']; today: string }) {
  const withAddress = lines.filter(({ address }) => address)
  const without = lines.filter(({ address }) => !address)
  return (
    <>
      <p className="max-w-measure">
        Ces membres n’ont pas d’adresse de courriel. Imprimez les courriers, postez-les, puis indiquez le jour de
        l’envoi : l’étape compte ce jour-là.
      </p>
      {withAddress.length > 0 ? (
        <>
          <ButtonLink to="/cotisations/courriers/impression" tone="secondary" reload>
            Imprimer {plural(withAddress.length, 'courrier')} (PDF)
          </ButtonLink>
          <Form method="post" className="space-y-4">
            <input type="hidden" name="intent" value="posted" />
            <fieldset className="max-w-[46rem]">
              <legend className="mb-1 font-semibold">Courriers postés</legend>
              {withAddress.map(({ id, label, what, year, owedCents }) => (
                <CheckboxField
                  key={id}
                  id={`posted-${id}`}
                  name="duesIds"
                  value={id}
                  defaultChecked
                  label={label}
                  help={
                    <>
                      {what}, cotisation {year}, <Money cents={owedCents} />
                    </>
                  }
                />
              ))}
            </fieldset>
            <DateField name="on" id="posted-on" label="Postés le" defaultValue={today} max={today} required />
            <FormActions>
              <SubmitButton pending="Enregistrement en cours">Enregistrer l’envoi</SubmitButton>
            </FormActions>
          </Form>
        </>
      ) : null}
      {without.length > 0 ? (
        <div>
          <p className="font-semibold">Ni courriel, ni adresse postale : fiche à compléter</p>
          <ul className="list-disc pl-6">
            {without.map(({ id, label, memberId }) => (
              <li key={id}>
                <TextLink to={`/membres/${memberId}`}>{label}</TextLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

/** Registered letters to prepare: who, how much, since when; all or those that are chosen. */
export function ToPrepareForm({ ready }: { ready: CourierPage['ready'] }) {
  const cents = ready.reduce((sum, { owedCents }) => sum + owedCents, 0)
  return (
    <Form method="post" className="space-y-4">
      <input type="hidden" name="intent" value="prepare" />
      <fieldset className="max-w-[46rem]">
        <legend className="mb-1 font-semibold">
          {plural(ready.length, 'lettre')}, <Money cents={cents} /> dus
        </legend>
        {ready.map(({ id, label, year, owedCents, remindedOn }) => (
          <CheckboxField
            key={id}
            id={`prepare-${id}`}
            name="duesIds"
            value={id}
            defaultChecked
            label={label}
            help={
              <>
                Cotisation {year}, <Money cents={owedCents} />
                {remindedOn ? `, dernier rappel le ${shortDate(remindedOn)}` : ''}.{' '}
                <TextLink to={`/cotisations/dossiers/${id}`}>Dossier</TextLink>
              </>
            }
          />
        ))}
      </fieldset>
      <FormActions consequence="Les lettres seront prêtes à imprimer. Rien ne part d’ici : l’étape est franchie le jour où vous enregistrez leur dépôt à la poste.">
        <SubmitButton pending="Préparation en cours">Préparer les lettres cochées</SubmitButton>
      </FormActions>
    </Form>
  )
}

/** Those whose turn has come and that something holds back. */
export function HeldList({ held }: { held: CourierPage['held'] }) {
  return (
    <div className="max-w-[46rem]">
      <p className="font-semibold">En attente</p>
      <ul className="mt-1 space-y-2">
        {held.map(({ id, label, why, reasons, by }) => (
          <li key={id}>
            <TextLink to={`/cotisations/dossiers/${id}`}>{label}</TextLink>. {by.length > 0 ? null : why}{' '}
            {reasons[0] ? <ArticleChip rule={reasons[0].rule} reasons={reasons} /> : null}
            <HeldReasons by={by} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Calls and reminders whose day has come and that money in sight holds: they go once it is placed. */
export function MessagesHeld({ held }: { held: CourierPage['messagesHeld'] }) {
  return (
    <div className="max-w-[46rem]">
      <p className="font-semibold">En attente</p>
      <ul className="mt-1 space-y-2">
        {held.map(({ id, label, what, by }) => (
          <li key={id}>
            <TextLink to={`/cotisations/dossiers/${id}`}>{label}</TextLink>, {what.toLowerCase()}
            <HeldReasons by={by} />
          </li>
        ))}
      </ul>
    </div>
  )
}

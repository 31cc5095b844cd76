import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { CheckboxField, FormActions } from '~/ui/form'
import { plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import type { DuesTotals } from '../dues-side'
import type { Counts } from '../plan-import.server'

type Announced = { counts: Counts; dues: DuesTotals | null }

/** Nothing of this file can be written: because all is refused, or because all is there already. */
export function NothingToImport({ counts }: Pick<Announced, 'counts'>) {
  const refused = counts.refused + counts.asked
  return (
    <Notice
      tone={refused > 0 ? 'refusal' : 'info'}
      title={refused > 0 ? 'Aucune ligne ne peut être importée' : 'Il n’y a rien à importer'}
    >
      <p>
        {refused > 0
          ? 'Répondez aux questions, ou corrigez le fichier d’après les motifs ci-dessous et déposez-le à nouveau.'
          : 'Toutes ces personnes sont déjà au registre, sans différence.'}
      </p>
      <ButtonLink to="/membres/import" tone="secondary">
        Déposer un autre fichier
      </ButtonLink>
    </Notice>
  )
}

/** One tap writes what the dry run announced. */
export function DirectConfirmation({ counts, dues }: Announced) {
  return (
    <Form method="post" className="space-y-3">
      <AnnouncedFields counts={counts} dues={dues} />
      <FormActions consequence="Les membres créés entrent au registre et peuvent se connecter. Aucun courriel n’est préparé, sinon la convocation d’une assemblée déjà convoquée.">
        <SubmitButton pending="Import en cours">{`Importer ${plural(counts.create + counts.change, 'ligne')}`}</SubmitButton>
        <TextLink to="/membres/import">Déposer un autre fichier</TextLink>
      </FormActions>
    </Form>
  )
}

/** What is confirmed: the figures of the dry run, and the choices that it leaves. */
export function AnnouncedFields({ counts, dues }: Announced) {
  const refused = counts.refused + counts.asked
  return (
    <>
      <input type="hidden" name="create" value={counts.create} />
      <input type="hidden" name="change" value={counts.change} />
      {dues && dues.paid > 0 ? <TakenOver {...dues} /> : null}
      {refused > 0 ? (
        <CheckboxField
          name="onlyGood"
          id="onlyGood"
          required
          label={`Importer sans ${refused < 2 ? 'la ligne refusée ou en attente' : `les ${refused} lignes refusées ou en attente`}`}
          help="Sinon, répondez ou corrigez le fichier : rien n’est écrit tant qu’une ligne est refusée ou en attente."
        />
      ) : null}
    </>
  )
}

/** What was paid before, and the one choice that it leaves: whether a receipt is numbered here. */
function TakenOver({ paid, paidCents }: DuesTotals) {
  return (
    <>
      <input type="hidden" name="paid" value={paid} />
      <input type="hidden" name="paidCents" value={paidCents} />
      <CheckboxField
        name="receipts"
        id="receipts"
        label={`Numéroter ici un reçu pour ${paid < 2 ? 'le règlement repris' : `chacun des ${paid} règlements repris`}`}
        help="Laissez vide si le reçu a déjà été remis : un paiement ne doit pas en avoir deux. L’attestation de l’année reste disponible dans tous les cas."
      />
    </>
  )
}

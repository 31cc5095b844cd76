import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { categoryChoices } from '~/members/register/category-choices.server'
import { wantsColumns } from '~/members/import/columns-page.query.server'
import { receiveUpload } from '~/members/import/receive-upload.server'
import { latestImports } from '~/members/import/latest-imports.query.server'
import { startImport } from '~/members/import/start-import.server'
import { poweredContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { refusalReply, refusedMessage } from '~/platform/http/refusal-reply.server'
import { tableUpload } from '~/platform/http/upload-form'
import { may } from '~/platform/permissions'
import { SubmitButton } from '~/ui/button'
import { DateField, ErrorSummary, FileField, FormActions, SelectField } from '~/ui/form'
import { countsSentence } from '~/members/import/ui/import-lines'
import { frenchDateTime } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Margin, Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Importer une liste de membres' }]

export const handle = { form: tableUpload }

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  return {
    categories: await categoryChoices(ctx),
    today: parisDate(ctx.now),
    latest: await latestImports(ctx),
    opensDues: may(ctx.actor, 'dues.manage'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  return refusalReply(async () => {
    const id = await startImport(ctx, await receiveUpload(request))
    return redirect(`/membres/import/${id}${(await wantsColumns(ctx, id)) ? '/colonnes' : ''}`)
  }, refusedMessage)
}

export default function ImportMembers() {
  const { categories, today, latest, opensDues } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <Page
      title="Importer une liste de membres"
      breadcrumb={[{ href: '/membres', label: 'Membres' }]}
      lead="Un essai montre d’abord, ligne par ligne, ce qui serait créé, changé ou refusé. Rien n’est écrit avant votre accord."
      aside={
        <>
          <Margin title="Ce qui est reconnu">
            <p>
              CSV (points-virgules, virgules ou tabulations), Excel (.xlsx) et LibreOffice (.ods), jusqu’à 5 Mo et 20
              000 lignes.
            </p>
            <p>
              Les colonnes de Galette, de Paheko, de Dolibarr, de HelloAsso, et celles de nos exports. Vous dites ce que
              sont les autres.
            </p>
            <p>
              Un membre déjà présent est reconnu à son numéro, son RPPS ou son courriel, si son nom s’accorde avec eux.
              Une case vide n’efface rien.
            </p>
          </Margin>
          <Margin title="Cotisations déjà réglées">
            <p>
              Cinq colonnes, toutes facultatives&nbsp;: cotisation_annee, cotisation_montant (la somme reçue&nbsp;; vide
              ou 0, elle reste due), cotisation_reglee_le, cotisation_mode (virement, chèque, espèces),
              cotisation_reference.
            </p>
            <p>
              La cotisation de l’année est d’abord fixée ou reprise dans{' '}
              {opensDues ? (
                <TextLink to="/cotisations/exercices">Cotisations, Exercices</TextLink>
              ) : (
                'Cotisations, Exercices (par qui les tient)'
              )}
              . Les rappels envoyés ailleurs ne comptent pas&nbsp;: qui doit encore reçoit ici le premier.
            </p>
          </Margin>
        </>
      }
    >
      <Section>
        <p>
          Vous n’avez pas de liste&nbsp;?{' '}
          <TextLink to="/membres/import/modele" download>
            Téléchargez le modèle à remplir
          </TextLink>
          .
        </p>
        <Form method="post" encType="multipart/form-data" className="space-y-6">
          <ErrorSummary faults={fault ? [{ id: 'file', message: fault.message }] : []} />
          <FileField
            name="file"
            id="file"
            label="Fichier"
            required
            accept=".csv,.txt,.tsv,.xlsx,.ods,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            help="CSV, Excel (.xlsx) ou LibreOffice (.ods)"
            errors={fault ? [fault.message] : undefined}
          />
          <SelectField
            name="defaultCategory"
            id="defaultCategory"
            label="Catégorie des lignes qui n’en ont pas"
            optional
            empty="Refuser ces lignes"
            choices={categories}
          />
          <DateField
            name="defaultAdmitted"
            id="defaultAdmitted"
            label="Date d’adhésion des lignes qui n’en ont pas"
            optional
            max={today}
          />
          <FormActions>
            <SubmitButton pending="Lecture du fichier en cours">Essayer ce fichier</SubmitButton>
            <TextLink to="/membres">Annuler</TextLink>
          </FormActions>
        </Form>
      </Section>
      {latest.length > 0 ? (
        <Section title="Derniers imports">
          <ul className="space-y-2">
            {latest.map(({ id, fileName, at, counts, undone }) => (
              <li key={id}>
                <TextLink to={`/membres/import/${id}`}>{fileName}</TextLink>, {frenchDateTime(at)}&nbsp;:{' '}
                {undone ? 'annulé' : countsSentence(counts, true)}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}

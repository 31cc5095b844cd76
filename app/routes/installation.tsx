import { getZodConstraint } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { hasAssociation } from '~/association/in-force.server'
import { CIVILITIES } from '~/members/identity/member.form'
import { installAssociation } from '~/offices/install-association.server'
import { installationForm } from '~/offices/installation.form'
import { now } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { formAction } from '~/platform/http/form-action.server'
import { deviceOf } from '~/platform/sign-in/device'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FormActions, SelectField, TextArea, TextField } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { useActForm } from '~/ui/use-act-form'

export const meta: MetaFunction = () => [{ title: 'Installation' }]

export async function loader() {
  await demandNone()
  return null
}

export async function action({ request, context: { clientIp } }: ActionFunctionArgs) {
  await demandNone()
  return formAction(await request.formData(), installationForm, async (input) => {
    const context = { db: db(), now: await now() }
    const { cookie } = await installAssociation(context, input, {
      device: deviceOf(request.headers.get('user-agent')),
      clientIp,
    })
    return redirect('/', { headers: { 'Set-Cookie': cookie } })
  })
}

/** Once an association is there, nothing is here any more. */
async function demandNone(): Promise<void> {
  if (await hasAssociation(db())) throw data(null, { status: 404 })
}

export default function InstallationRoute() {
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(installationForm, {
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(installationForm),
  })
  const civilities = CIVILITIES.map((value) => ({ value, label: value }))
  return (
    <Page
      title="Installer l’association"
      lead="La base est vide : dites qui est l’association, quels statuts elle applique et qui la préside. Le reste se fait ensuite, depuis les pages."
    >
      <ActForm form={form} fields={fields}>
        <Section title="L’association">
          <TextField
            {...bind(fields.code)}
            label="Code d’installation"
            autoComplete="off"
            help="Il est écrit dans le journal du serveur, à son démarrage."
          />
          <TextField {...bind(fields.name)} label="Nom" help="Par exemple : CPTS des Deux Rives" />
          <TextArea {...bind(fields.object)} label="Objet" />
          <TextField {...bind(fields.seatStreet)} label="Siège : numéro et voie" autoComplete="street-address" />
          <TextField
            {...bind(fields.postcode)}
            label="Code postal"
            width="short"
            inputMode="numeric"
            autoComplete="postal-code"
          />
          <TextField {...bind(fields.town)} label="Commune" autoComplete="address-level2" />
          <TextField {...bind(fields.email)} type="email" label="Courriel de l’association" />
          <TextField {...bind(fields.rna)} label="Numéro RNA" optional help="Par exemple : W941234567" />
          <TextField {...bind(fields.siret)} label="SIRET" optional />
        </Section>
        <Section title="Les statuts en vigueur">
          <DateField {...bind(fields.adoptedOn)} label="Adoptés le" />
          <TextField {...bind(fields.adoptedBy)} label="Par" help="Par exemple : assemblée générale constitutive" />
          <TextArea
            {...bind(fields.statutes)}
            label="Paramètres"
            optional
            help="Collez un fichier cpts-statutes/1. Sans lui, les statuts types s’appliquent."
          />
        </Section>
        <Section title="La présidence">
          <SelectField {...bind(fields.civility)} label="Civilité" choices={civilities} />
          <TextField {...bind(fields.firstName)} label="Prénom" autoComplete="given-name" />
          <TextField {...bind(fields.lastName)} label="Nom" autoComplete="family-name" />
          <TextField {...bind(fields.presidentEmail)} type="email" label="Courriel" autoComplete="email" />
          <DateField {...bind(fields.electedOn)} label="En fonction depuis le" />
          <FormActions consequence="L’association est créée et votre session ouverte. Cette page disparaît ensuite.">
            <SubmitButton pending="Installation en cours">Installer</SubmitButton>
          </FormActions>
        </Section>
      </ActForm>
    </Page>
  )
}

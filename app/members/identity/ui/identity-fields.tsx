import type { FieldMetadata } from '@conform-to/react'
import { bind, DateField, SelectField, TextField } from '~/ui/form'
import { CIVILITIES } from '../member.form'

type Fields<Name extends string> = Record<Name, FieldMetadata<unknown>>
type PersonField = 'civility' | 'lastName' | 'firstName' | 'bornOn' | 'profession' | 'rpps'
type BodyField = 'legalName' | 'legalForm' | 'finess' | 'siret' | 'rna'
type ContactField = 'email' | 'phone' | 'street' | 'postcode' | 'town'
export type IdentityFieldset = Fields<PersonField | BodyField | ContactField>

/** Words that a health professional writes often: the browser proposes them, any other may be typed. */
const PROFESSIONS = [
  'chirurgien-dentiste', 'infirmier', 'infirmière', 'masseur-kinésithérapeute', 'médecin généraliste', 'médecin spécialiste',
  'orthophoniste', 'orthoptiste', 'pédicure-podologue', 'pharmacien', 'pharmacienne', 'psychologue', 'sage-femme',
] // prettier-ignore
const civilities = CIVILITIES.map((value) => ({ value, label: value }))

/** Who the member is, then how to reach it. The kind goes with the form, unseen. */
export function IdentityFields({ kind, fields }: { kind: 'PERSON' | 'BODY'; fields: IdentityFieldset }) {
  const body = kind === 'BODY'
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {body ? <BodyFields fields={fields} /> : <PersonFields fields={fields} />}
      <ContactFields
        fields={fields}
        emailHelp={
          body
            ? 'L’adresse de la structure. Ses représentants se connectent avec la leur.'
            : 'Cette personne se connecte avec cette adresse : elle est à elle seule.'
        }
      />
    </>
  )
}

function PersonFields({ fields }: { fields: Fields<PersonField> }) {
  return (
    <>
      <SelectField {...bind(fields.civility)} label="Civilité" optional empty="Non précisée" choices={civilities} />
      <TextField {...bind(fields.lastName)} label="Nom" required autoComplete="off" />
      <TextField {...bind(fields.firstName)} label="Prénom" required autoComplete="off" />
      <TextField {...bind(fields.profession)} label="Profession" optional list="professions" autoComplete="off" />
      <datalist id="professions">
        {PROFESSIONS.map((profession) => (
          <option key={profession} value={profession} />
        ))}
      </datalist>
      <TextField
        {...bind(fields.rpps)}
        label="Numéro RPPS"
        optional
        help="11 chiffres, par exemple 10001234565"
        inputMode="numeric"
        width="medium"
        autoComplete="off"
      />
      <DateField
        {...bind(fields.bornOn)}
        label="Date de naissance"
        optional
        help="Elle départage les candidats à égalité : le plus âgé l’emporte."
      />
    </>
  )
}

function BodyFields({ fields }: { fields: Fields<BodyField> }) {
  const short = { optional: true, width: 'medium' as const, autoComplete: 'off' }
  return (
    <>
      <TextField {...bind(fields.legalName)} label="Nom de la structure" required autoComplete="off" />
      <TextField
        {...bind(fields.legalForm)}
        label="Forme juridique"
        optional
        help="Par exemple : association, SELARL, établissement public"
        autoComplete="off"
      />
      <TextField {...bind(fields.finess)} {...short} label="Numéro FINESS" help="9 chiffres, par exemple 750712184" />
      <TextField
        {...bind(fields.siret)}
        {...short}
        label="Numéro SIRET"
        help="14 chiffres, par exemple 732 829 320 00074"
      />
      <TextField
        {...bind(fields.rna)}
        {...short}
        label="Numéro RNA"
        help="Pour une association : W et 9 chiffres. Aucun en Alsace-Moselle."
      />
    </>
  )
}

function ContactFields({ fields, emailHelp }: { fields: Fields<ContactField>; emailHelp: string }) {
  return (
    <>
      <TextField {...bind(fields.email)} type="email" label="Courriel" optional help={emailHelp} autoComplete="off" />
      <TextField
        {...bind(fields.phone)}
        type="tel"
        label="Téléphone"
        optional
        help="Par exemple 06 12 34 56 78"
        width="medium"
        autoComplete="off"
      />
      <TextField
        {...bind(fields.street)}
        label="Adresse professionnelle"
        optional
        help="Numéro et voie"
        autoComplete="off"
      />
      <TextField
        {...bind(fields.postcode)}
        label="Code postal"
        help="Cinq chiffres, par exemple 94200"
        inputMode="numeric"
        width="short"
        autoComplete="off"
      />
      <TextField {...bind(fields.town)} label="Commune" optional autoComplete="off" />
    </>
  )
}

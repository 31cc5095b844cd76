import type { FieldMetadata } from '@conform-to/react'
import { CIVILITIES } from '~/members/identity/member.form'
import { bind, SelectField, TextField } from '~/ui/form'

type Fields<Name extends string> = Record<Name, FieldMetadata<unknown>>
const civilities = CIVILITIES.map((value) => ({ value, label: value }))

type PersonField = 'civility' | 'lastName' | 'firstName' | 'profession' | 'rpps' | 'email' | 'phone'

export function PersonFields({ fields }: { fields: Fields<PersonField> }) {
  return (
    <>
      <SelectField {...bind(fields.civility)} label="Civilité" optional empty="Non précisée" choices={civilities} />
      <TextField {...bind(fields.lastName)} label="Nom" required autoComplete="family-name" />
      <TextField {...bind(fields.firstName)} label="Prénom" required autoComplete="given-name" />
      <TextField
        {...bind(fields.profession)}
        label="Profession"
        required
        help="Par exemple : infirmière, médecin généraliste"
        autoComplete="organization-title"
      />
      <TextField
        {...bind(fields.rpps)}
        label="Numéro RPPS"
        optional
        help="11 chiffres, par exemple 10001234565, si vous en avez un"
        inputMode="numeric"
        width="medium"
        autoComplete="off"
      />
      <TextField
        {...bind(fields.email)}
        type="email"
        label="Courriel"
        required
        help="La réponse y arrive, et vous vous connecterez avec cette adresse."
        autoComplete="email"
        spellCheck={false}
      />
      <Phone field={fields.phone} />
    </>
  )
}

type BodyField =
  | 'legalName'
  | 'legalForm'
  | 'finess'
  | 'siret'
  | 'rna'
  | 'repCivility'
  | 'repLastName'
  | 'repFirstName'
  | 'repQuality'
  | 'repEmail'
  | 'repPhone'

export function BodyFields({ fields }: { fields: Fields<BodyField> }) {
  const short = { optional: true, width: 'medium' as const, autoComplete: 'off' }
  return (
    <>
      <TextField {...bind(fields.legalName)} label="Nom de la structure" required autoComplete="organization" />
      <TextField
        {...bind(fields.legalForm)}
        label="Forme juridique"
        required
        help="Par exemple : association, SELARL, établissement public"
        autoComplete="off"
      />
      <TextField
        {...bind(fields.siret)}
        {...short}
        label="Numéro SIRET"
        help="14 chiffres, par exemple 732 829 320 00074"
      />
      <TextField {...bind(fields.finess)} {...short} label="Numéro FINESS" help="9 chiffres, par exemple 750712184" />
      <TextField
        {...bind(fields.rna)}
        {...short}
        label="Numéro RNA"
        help="Pour une association : W et 9 chiffres. Aucun en Alsace-Moselle."
      />
      <fieldset className="space-y-6">
        <legend className="mb-2 text-[1.1875rem] font-semibold">Qui la représente légalement</legend>
        <SelectField
          {...bind(fields.repCivility)}
          label="Civilité"
          optional
          empty="Non précisée"
          choices={civilities}
        />
        <TextField {...bind(fields.repLastName)} label="Nom" required autoComplete="family-name" />
        <TextField {...bind(fields.repFirstName)} label="Prénom" required autoComplete="given-name" />
        <TextField
          {...bind(fields.repQuality)}
          label="Qualité"
          required
          help="Par exemple : directrice, président, gérante"
          autoComplete="organization-title"
        />
        <TextField
          {...bind(fields.repEmail)}
          type="email"
          label="Courriel"
          required
          help="La réponse y arrive, et cette personne se connectera avec cette adresse pour voter."
          autoComplete="email"
          spellCheck={false}
        />
        <Phone field={fields.repPhone} />
      </fieldset>
    </>
  )
}

function Phone({ field }: { field: FieldMetadata<unknown> }) {
  return (
    <TextField
      {...bind(field)}
      type="tel"
      label="Téléphone"
      optional
      help="Par exemple 06 12 34 56 78"
      width="medium"
      autoComplete="tel"
    />
  )
}

type PlaceProps = { fields: Fields<'street' | 'postcode' | 'town'>; territory: string | null }

export function PlaceFields({ fields, territory }: PlaceProps) {
  return (
    <>
      {territory ? <p>L’association réunit les professionnels établis dans les départements {territory}.</p> : null}
      <TextField
        {...bind(fields.street)}
        label="Adresse professionnelle"
        required
        help="Numéro et voie"
        autoComplete="street-address"
      />
      <TextField
        {...bind(fields.postcode)}
        label="Code postal"
        required
        help="Cinq chiffres, par exemple 94200"
        inputMode="numeric"
        width="short"
        autoComplete="postal-code"
      />
      <TextField {...bind(fields.town)} label="Commune" required autoComplete="address-level2" />
    </>
  )
}

import type { FieldMetadata } from '@conform-to/react'
import { bind, CheckboxField, TextArea } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import type { ApplicationPage } from '../application-page.query.server'

type Field = 'engaged' | 'commitment' | 'statutesAccepted' | 'internalRulesAccepted' | 'mailConsent' | 'website'
type Props = { fields: Record<Field, FieldMetadata<unknown>>; page: ApplicationPage }

/** What the applicant agrees to, text by text, each in the version that he can read. */
export function AgreementFields({ fields, page }: Props) {
  const { object, statutes, rules, admitting } = page
  return (
    <>
      <input type="hidden" name="statutesId" value={statutes.id} />
      {rules ? <input type="hidden" name="internalRulesId" value={rules.id} /> : null}
      <p className="max-w-measure border-l-2 border-rule-strong pl-4 font-serif">{object}</p>
      <CheckboxField {...bind(fields.engaged)} label="Je m’engage à prendre part à cet objet" required />
      <TextArea
        {...bind(fields.commitment)}
        label="Ce que vous souhaitez y apporter"
        optional
        rows={3}
        help={`${admitting.name} lira ces mots.`}
      />
      <CheckboxField
        {...bind(fields.statutesAccepted)}
        label={
          <>
            J’ai lu et j’accepte les{' '}
            <a href={`/statuts?date=${statutes.effectiveFrom}`} target="_blank" rel="noreferrer">
              statuts
              <span className="sr-only"> (nouvel onglet)</span>
            </a>{' '}
            en vigueur depuis le {frenchDate(statutes.effectiveFrom)}
          </>
        }
        required
      />
      {rules ? (
        <CheckboxField
          {...bind(fields.internalRulesAccepted)}
          label={
            <>
              J’ai lu et j’accepte le{' '}
              <a href="/statuts/reglement-interieur" target="_blank" rel="noreferrer">
                règlement intérieur
                <span className="sr-only"> (nouvel onglet)</span>
              </a>{' '}
              en vigueur depuis le {frenchDate(rules.effectiveFrom)}
            </>
          }
          required
        />
      ) : null}
      <CheckboxField
        {...bind(fields.mailConsent)}
        label="J’accepte que les convocations aux assemblées me soient envoyées par courriel"
        help="Facultatif. Sans cet accord, la convocation se fait par lettre. Il se retire à tout moment."
      />
      <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
        <label>
          Laissez ce champ vide
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  )
}

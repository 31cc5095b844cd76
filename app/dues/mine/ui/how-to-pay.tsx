import { DefinitionList } from '~/ui/definition-list'

export type Ways = {
  onLine: boolean
  name: string
  iban: string | null
  bic: string | null
  address: string
  email: string
}

/** By transfer with the reference, or by cheque. */
export function OtherWays({ ways, references }: { ways: Ways; references: readonly string[] }) {
  const words = references.length > 0 ? references.join(' ') : 'la référence écrite plus haut'
  return (
    <DefinitionList
      items={[
        {
          term: 'Par virement',
          value: ways.iban ? (
            <>
              <p>À l’ordre de {ways.name}.</p>
              <p>
                IBAN <strong className="inline-block font-semibold tracking-tight tabular-nums">{ways.iban}</strong>
                {ways.bic ? (
                  <>
                    <br />
                    BIC <strong className="font-semibold">{ways.bic}</strong>
                  </>
                ) : null}
              </p>
              <p>
                Écrivez dans le libellé&nbsp;: <strong>{words}</strong>. Le virement est ainsi rattaché à votre
                cotisation.
              </p>
            </>
          ) : (
            <p>
              Demandez les coordonnées bancaires à {ways.email}, et écrivez dans le libellé&nbsp;:{' '}
              <strong>{words}</strong>.
            </p>
          ),
        },
        {
          term: 'Par chèque',
          value: (
            <p>
              À l’ordre de {ways.name}, à {ways.address}, avec la référence au dos.
            </p>
          ),
        },
        {
          term: 'Pour plusieurs membres',
          value: <p>Un seul virement ou un seul chèque suffit, avec toutes les références.</p>,
        },
      ]}
    />
  )
}

/** Said calmly where the button would be. */
export const NotOnLine = () => (
  <p className="text-muted">
    Le paiement par carte ou par prélèvement n’est pas encore ouvert. Le virement et le chèque le sont.
  </p>
)

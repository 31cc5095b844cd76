import type { Verify } from '~/platform/http/verify.server'
import { frenchDate, plural } from '~/ui/format'
import { VerifyAct } from '~/ui/verify-act'
import type { LoanLine } from '../bureau-lines'
import type { Ending } from '../ending.query.server'

/** Before a job or a loan of powers ends: who, what stops with it. */
export function VerifyEnding({ verify }: { verify: Verify<Ending> }) {
  const { fields, shown } = verify
  const common = { fields, back: '/bureau', pending: 'Fin en cours' }
  if (shown.of === 'loan') {
    const { loan } = shown
    const what = loan.replacement ? 'le remplacement' : 'la délégation'
    return (
      <VerifyAct
        {...common}
        title={`fin ${loan.replacement ? 'du remplacement' : 'de la délégation'}, ${loan.to}`}
        act={`Mettre fin aujourd’hui à ${what}`}
        consequence={
          loan.replacement
            ? 'Ces pouvoirs cessent aussitôt. Cela ne s’annule pas : un autre remplacement s’enregistre de nouveau.'
            : 'Ces pouvoirs cessent aussitôt. Cela ne s’annule pas : il faudrait écrire une nouvelle délégation.'
        }
      >
        <p>
          <strong>{loan.to}</strong> ne peut plus : {powersOf(loan)}.
        </p>
      </VerifyAct>
    )
  }
  const { name, title, today, loans } = shown
  return (
    <VerifyAct
      {...common}
      title={`dernier jour de ${name}`}
      act={`Enregistrer le dernier jour de ${name}`}
      consequence="Cela ne s’annule pas : pour un retour, un nouvel emploi s’enregistre."
    >
      <p>
        Le {frenchDate(today)}, aujourd’hui, est le dernier jour de <strong>{name}</strong>, {title}.
      </p>
      {loans.length > 0 ? (
        <>
          <p>Avec cet emploi {plural(loans.length, 'délégation cesse', 'délégations cessent')} de servir :</p>
          <ul className="list-disc pl-6">
            {loans.map((loan) => (
              <li key={loan.id}>{powersOf(loan)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>Aucune délégation ne lui est donnée en ce moment.</p>
      )}
    </VerifyAct>
  )
}

const powersOf = (loan: LoanLine) => (loan.replacement ? 'tous les pouvoirs du Président' : loan.powers.join(', '))

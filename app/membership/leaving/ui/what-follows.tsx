import { Prepared } from '~/platform/mail/ui/prepared'
import { euros, list, plural } from '~/ui/format'
import type { ResignationPage } from '../resignation-page.query.server'

/** What a resignation brings with it, said before. */
export function WhatFollows({ page }: { page: Pick<ResignationPage, 'left' | 'body' | 'only'> }) {
  const { dues, offices, proxies } = page.left
  return (
    <ul className="list-disc space-y-2 pl-6">
      <li>
        Elle prend effet <strong>tout de suite</strong>, dès que l’association la reçoit : à l’instant où vous validez.
        Elle ne se reprend pas ; pour revenir, il faut une nouvelle admission.
      </li>
      {dues.length > 0 ? (
        dues.map(({ year, cents }) => (
          <li key={year}>
            La cotisation {year} reste due : <strong>{euros(cents)}</strong>. La loi du 1<sup>er</sup> juillet 1901
            (article 4) le prévoit pour les cotisations échues et celle de l’année en cours.
          </li>
        ))
      ) : (
        <li>Aucune cotisation ne reste due. Celles qui sont payées ne sont pas rendues.</li>
      )}
      {offices.length > 0 ? <li>Vos fonctions au Bureau prennent fin : {list(offices)}.</li> : null}
      {proxies > 0 ? (
        <li>
          {plural(proxies, 'pouvoir donné ou reçu prend fin', 'pouvoirs donnés ou reçus prennent fin')}.{' '}
          <Prepared to="l’autre membre" />
        </li>
      ) : null}
      {page.only ? <li>Votre session se ferme. Vous pourrez encore vous connecter pour retrouver vos reçus.</li> : null}
    </ul>
  )
}

import { list } from '~/ui/format'
import { Notice } from '~/ui/notice'
import type { ArrivalNotes } from '../arrival-notes.server'

/** What changed by coming: one’s own proxy is over, and which votes stand, the holder’s or one’s own on line. `own`: read by the member himself. */
export function ArrivalNotice({ label, notes, own = false }: { label: string; notes: ArrivalNotes; own?: boolean }) {
  const { proxyEnded, standing, votedOnline, represents } = notes
  const whose = own ? 'Votre pouvoir' : 'Son pouvoir'
  const himself = own ? 'vous votez vous-même' : 'vote en personne'
  return (
    <Notice
      tone="success"
      live="status"
      title={own ? 'Votre arrivée est enregistrée' : `Présence enregistrée : ${label}`}
    >
      {proxyEnded ? (
        <p>
          {whose} à {proxyEnded} a pris fin : {himself}.
        </p>
      ) : null}
      {standing.map(({ number, title }) => (
        <p key={number}>
          Scrutin en cours, résolution {number} « {title} » : {proxyEnded ?? 'le mandataire'} a déjà voté en{' '}
          {own ? 'votre' : 'son'} nom. Ce vote reste compté ; {own ? 'vous voterez' : 'la personne votera'} à partir du
          scrutin suivant.
        </p>
      ))}
      {votedOnline.length > 0 ? (
        <p>
          {own ? 'Vous avez' : `${label} a`} déjà voté en ligne {aboutThe(votedOnline)}. Ce vote compte. Si le scrutin
          se tient sur les téléphones, un nouveau choix le remplace jusqu’à la clôture ; à main levée ou sur papier,{' '}
          {own ? 'ne votez pas' : 'la personne ne vote pas'} une seconde fois.
        </p>
      ) : null}
      {represents.length > 0 ? (
        <p>
          {own ? 'Vous représentez' : 'Représente'} {list(represents)}.
        </p>
      ) : null}
    </Notice>
  )
}

const aboutThe = (resolutions: ArrivalNotes['votedOnline']) =>
  resolutions.length === 1
    ? `sur la résolution ${resolutions[0]?.number}`
    : `sur les résolutions ${list(resolutions.map(({ number }) => String(number)))}`

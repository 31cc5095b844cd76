import type { DuesTotals } from '~/members/import/dues-side'
import type { Counts } from '~/members/import/plan-import.server'
import type { FormReply } from '~/platform/http/form-action.server'
import { frenchDate, plural } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { EntryGate } from '../../reprises/ui/entry-gate'
import type { Entering } from '../entering.server'
import { ProposeImport } from './propose-import'

type Props = {
  trial: { id: string; counts: Counts; dues: DuesTotals | null; firstDay: string | null }
  entering: Entering
  reply: FormReply | undefined
}

/** Once the installation is closed: the members of a file enter by a reprise, proposed here, signed by another officer. */
export function ImportEntering({ trial, entering: { entry, waiting }, reply }: Props) {
  const { id, counts, dues, firstDay } = trial
  const many = counts.create > 1
  if (waiting)
    return (
      <Notice tone="turn" title="Cet import attend une seconde signature">
        <p>
          {`${plural(counts.create, 'membre')} ${many ? 'entreront' : 'entrera'} au registre quand un autre membre du Bureau aura signé la reprise. Le fichier est gardé jusque-là.`}
        </p>
        {entry.allowed ? <ButtonLink to={`/reprises/${waiting}`}>Voir la reprise</ButtonLink> : null}
      </Notice>
    )
  return (
    <>
      <p>
        {many ? `Ces ${counts.create} membres entreront` : 'Ce membre entrera'} par une reprise&nbsp;: citez la décision{' '}
        {many ? 'qui les admet' : 'qui l’admet'}, un second membre du Bureau signera.
        {firstDay
          ? ` ${many ? 'La première admission' : 'L’admission'} est du ${frenchDate(firstDay)} : l’acte cité est de ce jour ou d’avant.`
          : ''}
      </p>
      <EntryGate entry={entry} path={`/membres/import/${id}`}>
        <ProposeImport counts={counts} dues={dues} reply={reply} />
      </EntryGate>
      {entry.allowed ? null : (
        <p>Un membre du Bureau qui tient le registre peut ouvrir cette page et proposer cet import.</p>
      )}
    </>
  )
}

import { frenchDate, plural } from '~/ui/format'
import { Margin } from '~/ui/page'
import { reminderRank, readStage, stageLabel } from '~/statutes/dues-ladder-stages'
import type { NightSummary } from '../../ladder/night-summary'

type Night = { on: string; finished: boolean; summary: NightSummary | null }

/** What the last nightly run did. */
export function LastNight({ night }: { night: Night | null }) {
  if (!night)
    return (
      <Margin title="Passage de la nuit">
        <p>Aucun passage à ce jour : les rappels sont préparés chaque matin, une fois la cotisation appelée.</p>
      </Margin>
    )
  const { summary } = night
  return (
    <Margin title="Passage de la nuit">
      <p>
        Le {frenchDate(night.on)}
        {summary ? '' : ', interrompu : il reprendra là où il en était'}.
      </p>
      {summary ? (
        <ul className="list-disc pl-5">
          <li>
            {summary.messages === 0
              ? 'Aucun message à préparer'
              : plural(summary.messages, 'message préparé', 'messages préparés')}
          </li>
          {Object.entries(summary.byStage).map(([stage, count]) => (
            <li key={stage}>
              {stageWords(stage)}&nbsp;: {count}
            </li>
          ))}
          {summary.withoutAddress > 0 ? <li>Sans courriel, à écrire : {summary.withoutAddress}</li> : null}
          {summary.failed > 0 ? <li>En échec, retentées la nuit prochaine : {summary.failed}</li> : null}
          {summary.underWay > 0 ? <li>Retenues, un paiement étant en vue : {summary.underWay}</li> : null}
          {summary.opened > 0 ? <li>Cotisations ouvertes : {summary.opened}</li> : null}
          {summary.left > 0 ? <li>Membres partis : {summary.left}</li> : null}
        </ul>
      ) : null}
    </Margin>
  )
}

function stageWords(stage: string): string {
  const known = readStage(stage)
  return reminderRank(known) === null ? stageLabel(known) : `${stageLabel(known)} préparés`
}

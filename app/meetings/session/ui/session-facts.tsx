import { DefinitionList } from '~/ui/definition-list'
import { frenchNumber, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Timeline } from '~/ui/timeline'
import type { SessionPage } from '../session-page.query.server'

/** Who presides and writes, how many are there, who came and left last. */
export function SessionFacts({ meetingId, page }: { meetingId: string; page: SessionPage }) {
  const { chair, secretary, counts, hours, movements, phase } = page
  const { present, video, represented, online, called } = counts
  const facts = [
    { term: 'Présidence', value: chair ? [chair.name, chair.quality].filter(Boolean).join(', ') : '—' },
    { term: 'Secrétariat', value: secretary ?? '—' },
    {
      term: 'Présents',
      value: `${plural(present, 'membre')}${video > 0 ? `, dont ${frenchNumber(video)} par visioconférence` : ''}, sur ${frenchNumber(called)} attendus`,
      mark:
        phase === 'attendance' || phase === 'running' ? (
          <TextLink to={`/assemblees/${meetingId}/emargement`}>Émargement</TextLink>
        ) : null,
    },
    { term: 'Représentés', value: represented === 0 ? 'Aucun' : plural(represented, 'membre') },
    ...(online > 0 ? [{ term: 'Absents qui ont voté à distance', value: plural(online, 'membre') }] : []),
    ...(hours.opened ? [{ term: 'Séance ouverte', value: `à ${hours.opened}` }] : []),
    ...(hours.closed
      ? [{ term: phase === 'no-quorum' ? 'Carence constatée' : 'Séance levée', value: `à ${hours.closed}` }]
      : []),
  ]
  return (
    <>
      <DefinitionList items={facts} />
      {movements.length > 0 ? (
        <details className="max-w-[46rem]">
          <summary className="font-semibold">Dernières arrivées et départs</summary>
          <div className="mt-3">
            <Timeline
              label="Arrivées et départs"
              entries={movements.map(({ id, at, label, arrived, video: afar }) => ({
                key: id,
                when: at,
                title: `${label} ${arrived ? (afar ? 'se connecte' : 'arrive') : 'part'}`,
              }))}
            />
          </div>
        </details>
      ) : null}
    </>
  )
}

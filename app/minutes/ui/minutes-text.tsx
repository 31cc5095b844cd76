import { ArticleChip } from '~/ui/article-chip'
import { DefinitionList } from '~/ui/definition-list'
import type { Reason } from '~/statutes/ruling'
import { catalogue } from '~/statutes/catalogue'
import type { MinutesBody, MinutesResolution } from '../body'
import { attendanceSentence, countsSentence, repriseSentence } from '../wording'

/** The minutes as they will be printed: the facts told by the product, the secretary's words between them. */
export function MinutesText({ body }: { body: MinutesBody }) {
  const { meeting } = body
  return (
    <article className="max-w-measure space-y-5 font-serif">
      <DefinitionList
        items={[
          { term: 'Convoquée pour', value: meeting.convenedFor },
          { term: 'Lieu', value: meeting.place },
          {
            term: 'Séance',
            value: meeting.openedAt
              ? `ouverte à ${meeting.openedAt}${meeting.closedAt ? `, close à ${meeting.closedAt}` : ''}`
              : 'non ouverte',
          },
          { term: 'Présidence', value: meeting.chair },
          { term: 'Secrétariat', value: meeting.secretary },
        ]}
      />
      {meeting.preceding ? <p>{meeting.preceding}</p> : null}
      <Part title="Convocation" reasons={body.convocation.reasons}>
        <Lines text={body.convocation.sentences.join('\n')} />
      </Part>
      <Part title="Présents, représentés et quorum" reasons={body.quorum?.reasons ?? []}>
        <p>{attendanceSentence(body)}</p>
        {body.quorum ? <p>{body.quorum.sentence}</p> : null}
        <Reprises body={body} />
        <Lines text={body.opening} />
      </Part>
      {body.items.map((item) => (
        <Part key={item.id} title={`${item.position}. ${item.title}`}>
          <Lines text={item.notes} />
          <Lines text={item.debate} />
          {body.kind === 'DEFAULT'
            ? null
            : item.resolutions.map((resolution) => <ResolutionText key={resolution.id} resolution={resolution} />)}
        </Part>
      ))}
      {body.incidents.length > 0 ? (
        <Part title="Incidents et observations">
          {body.incidents.map(({ at, text, rule }) => (
            <p key={`${at}${text}`}>{`${at} : ${text}${rule ? ` (art. ${rule})` : ''}`}</p>
          ))}
        </Part>
      ) : null}
      <Lines text={body.closing} />
    </article>
  )
}

/** What entered by a reprise and bears on the meeting, each fact with those who signed it. */
function Reprises({ body }: { body: MinutesBody }) {
  const { reprises = [] } = body
  const sentence = repriseSentence(body)
  if (sentence === null) return null
  return (
    <>
      <p>{sentence}</p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-accent underline">
          {`Annexe 3 : faits entrés par reprise (${reprises.length})`}
        </summary>
        <ul className="list-disc space-y-1 pl-5">
          {reprises.map(({ member, sentence: fact }) => (
            <li key={`${member}${fact}`}>{`${member} : ${fact}`}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Part({ title, reasons = [], children }: { title: string; reasons?: Reason[]; children: React.ReactNode }) {
  const first = reasons[0]
  return (
    <section className="space-y-2">
      <h3 className="flex flex-wrap items-baseline gap-3 text-[1.1875rem]">
        {title}
        {first ? <ArticleChip rule={first.rule} article={catalogue[first.rule].article} reasons={reasons} /> : null}
      </h3>
      {children}
    </section>
  )
}

function ResolutionText({ resolution }: { resolution: MinutesResolution }) {
  const { counts } = resolution
  return (
    <div className="space-y-2 border-l-2 border-accent pl-4">
      <h4 className="font-semibold">{`Résolution ${resolution.number} : ${resolution.title}`}</h4>
      <Lines text={resolution.text} />
      <Lines
        text={[resolution.mode, resolution.quorum, ...resolution.sentences, resolution.effect]
          .filter(Boolean)
          .join('\n')}
      />
      {counts ? <p>{countsSentence(counts)}</p> : null}
    </div>
  )
}

function Lines({ text }: { text: string }) {
  return (
    <>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <p key={index}>{line}</p>
        ))}
    </>
  )
}

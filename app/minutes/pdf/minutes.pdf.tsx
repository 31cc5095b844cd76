import {
  Boxed,
  Facts,
  Heading,
  PageBreak,
  Paragraphs,
  PdfDocument,
  Small,
  Subheading,
  Subtitle,
  Table,
  Title,
} from '~/platform/pdf/kit'
import type { MinutesBody, MinutesItem, MinutesResolution } from '../body'
import { AttendanceTable } from './attendance-table'
import { attendanceSentence, minutesTitle, repriseSentence } from '../wording'

export type PrintedSignature = { role: string; name: string; quality: string; signedAt: string }

type Props = {
  body: MinutesBody
  bodyHash: string
  /** null while it is not signed: printed as a draft */
  number: number | null
  signatures: PrintedSignature[]
  registerHead: string | null
}

/** The minutes as printed: facts, debates, votes with their articles; attendance sheet and proxies annexed (8.3-c). */
export function MinutesPdf({ body, bodyHash, number, signatures, registerHead }: Props) {
  const { meeting, reprises = [] } = body
  const entered = repriseSentence(body)
  return (
    <PdfDocument title={minutesTitle(body, number)} letterhead={body.association}>
      <Title>{minutesTitle(body, number)}</Title>
      <Subtitle>{`${meeting.bodyName} du ${meeting.date}${meeting.session === 2 ? ', seconde session' : ''}`}</Subtitle>
      <Facts
        facts={[
          ['Lieu', meeting.place],
          ['Convoquée pour', meeting.convenedFor],
          ['Ouverture', meeting.openedAt ?? 'la séance n’a pas été ouverte'],
          ['Clôture', meeting.closedAt ?? '—'],
          ['Présidence', meeting.chair],
          ['Secrétariat', meeting.secretary],
          [
            'Statuts applicables',
            `en vigueur depuis le ${body.statutes.effectiveFrom} (${body.statutes.adoptedBy}, ${body.statutes.adoptedOn})`,
          ],
        ]}
      />
      {meeting.preceding ? <Paragraphs text={meeting.preceding} /> : null}
      <Heading>Convocation</Heading>
      <Paragraphs text={body.convocation.sentences.join('\n')} />
      <Heading>Présents, représentés et quorum</Heading>
      <Paragraphs text={electorateSentence(body)} />
      <Paragraphs text={attendanceSentence(body)} />
      {body.quorum ? <Paragraphs text={body.quorum.sentence} /> : null}
      {entered ? <Paragraphs text={entered} /> : null}
      {body.opening ? <Paragraphs text={body.opening} /> : null}
      {body.kind === 'DEFAULT' ? null : body.items.map((item) => <Item key={item.id} item={item} />)}
      {body.kind === 'DEFAULT' ? <AgendaOnly items={body.items} /> : null}
      {body.incidents.length > 0 ? (
        <>
          <Heading>Incidents et observations</Heading>
          <Paragraphs
            text={body.incidents
              .map(({ at, text, rule }) => `${at} : ${text}${rule ? ` (art. ${rule})` : ''}`)
              .join('\n')}
          />
        </>
      ) : null}
      {body.closing ? <Paragraphs text={body.closing} /> : null}
      <Signatures signatures={signatures} />
      <Small>{`Empreinte du texte (SHA-256) : ${bodyHash}`}</Small>
      {registerHead ? (
        <Small>{`Registre des délibérations, empreinte de l’entrée n° ${number} : ${registerHead}`}</Small>
      ) : null}
      <PageBreak />
      <Heading>Annexe 1 : feuille de présence</Heading>
      <AttendanceTable attendees={body.attendees} byHead={body.electorate.byHead} />
      <Heading>Annexe 2 : pouvoirs</Heading>
      {body.proxies.length === 0 ? (
        <Paragraphs text="Aucun pouvoir n’a été donné." />
      ) : (
        <Table
          columns={[
            { header: 'Donné par', flex: 3 },
            { header: 'À', flex: 3 },
            { header: 'Reçu le', flex: 2 },
            { header: 'État', flex: 3 },
          ]}
          rows={body.proxies.map((proxy) => [
            proxy.giver,
            proxy.holder,
            proxy.receivedAt,
            `${proxy.state}${proxy.paper ? ', sur papier' : ''}`,
          ])}
        />
      )}
      {reprises.length > 0 ? (
        <>
          <Heading>Annexe 3 : faits entrés par reprise</Heading>
          <Table
            columns={[
              { header: 'Membre', flex: 3 },
              { header: 'Fait', flex: 8 },
            ]}
            rows={reprises.map(({ member, sentence }) => [member, sentence])}
          />
        </>
      ) : null}
    </PdfDocument>
  )
}

function electorateSentence({ electorate }: MinutesBody): string {
  const { members, voices, byHead } = electorate
  const parts = electorate.categories.map((of) => `${of.members} ${of.label}${byHead ? '' : ` (${of.voices} voix)`}`)
  return `Ont le droit de vote à la date de la réunion : ${members} membres${byHead ? '' : ` portant ${voices} voix`}, soit ${parts.join(', ')}.`
}

function AgendaOnly({ items }: { items: MinutesItem[] }) {
  return (
    <>
      <Heading>Ordre du jour reporté</Heading>
      <Paragraphs text={items.map((item) => `${item.position}. ${item.title}`).join('\n')} />
    </>
  )
}

function Item({ item }: { item: MinutesItem }) {
  return (
    <>
      <Heading>{`${item.position}. ${item.title}`}</Heading>
      {item.notes ? <Paragraphs text={item.notes} /> : null}
      {item.debate ? <Paragraphs text={item.debate} /> : null}
      {item.resolutions.map((resolution) => (
        <Resolution key={resolution.id} resolution={resolution} />
      ))}
    </>
  )
}

export function Resolution({ resolution }: { resolution: MinutesResolution }) {
  const { counts } = resolution
  return (
    <>
      <Subheading>{`Résolution ${resolution.number} : ${resolution.title}`}</Subheading>
      <Boxed>
        <Paragraphs text={resolution.text} />
      </Boxed>
      <Paragraphs text={[resolution.mode, resolution.quorum, ...resolution.sentences].filter(Boolean).join('\n')} />
      {counts ? (
        <Table
          columns={['', 'Pour', 'Contre', 'Abstentions', 'Blancs'].map((header) => ({ header, flex: 1 }))}
          rows={[
            ...(counts.unit === 'members' && counts.heads
              ? []
              : [['Voix', counts.for, counts.against, counts.abstained, counts.blank].map(String)]),
            ...(counts.heads
              ? [
                  ['Membres', counts.heads.for, counts.heads.against, counts.heads.abstained, counts.heads.blank].map(
                    String,
                  ),
                ]
              : []),
          ]}
        />
      ) : null}
      {resolution.tellers.length > 0 ? <Paragraphs text={`Scrutateurs : ${resolution.tellers.join(' et ')}.`} /> : null}
      {resolution.effect ? <Paragraphs text={resolution.effect} /> : null}
    </>
  )
}

function Signatures({ signatures }: { signatures: PrintedSignature[] }) {
  return (
    <>
      <Heading>Signatures</Heading>
      {signatures.length === 0 ? (
        <Paragraphs text="Projet : ce procès-verbal n’est pas encore signé." />
      ) : (
        <Facts
          facts={signatures.map(({ role, name, quality, signedAt }) => [
            role,
            `${name}, ${quality}, signé le ${signedAt} après confirmation de son identité`,
          ])}
        />
      )}
    </>
  )
}

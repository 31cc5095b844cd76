import type { FieldMetadata } from '@conform-to/react'
import { bind, DateField, TextField, TimeField } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Reasons } from '~/ui/reasons'
import { BODY_WORDS } from '../../meeting-words'
import type { VideoRule } from '../video-words.server'

type Fields = Record<'title' | 'date' | 'time' | 'place' | 'videoUrl' | 'accountsOfYear', FieldMetadata<unknown>>

/** Date, hour, place; a video link only where an article of the statutes allows it, else the page says under which silence. */
export function MeetingFields({
  fields,
  rules,
  annual,
}: {
  fields: Fields
  rules: readonly VideoRule[]
  annual: boolean
}) {
  const allowed = rules.filter((rule) => rule.allowed)
  const silent = rules.filter((rule) => !rule.allowed)
  return (
    <>
      <DateField {...bind(fields.date)} label="Date" />
      <TimeField {...bind(fields.time)} label="Heure" help="Heure de Paris, par exemple 18:30" />
      <TextField
        {...bind(fields.place)}
        required={false}
        label="Lieu"
        help="Par exemple : Salle des fêtes, 1 place de la Mairie, Ivry-sur-Seine"
      />
      {allowed.length > 0 ? (
        <TextField
          {...bind(fields.videoUrl)}
          type="url"
          optional
          label="Lien de visioconférence"
          help={`Admis pour : ${allowed.map(({ body }) => BODY_WORDS[body].short).join(', ')}. L’adresse commence par https://.`}
        />
      ) : null}
      {silent.length > 0 ? <VideoSilence rules={silent} /> : null}
      {annual ? (
        <TextField
          {...bind(fields.accountsOfYear)}
          optional
          inputMode="numeric"
          width="short"
          label="Année des comptes à juger"
          help="Pour l’assemblée annuelle seulement, par exemple 2026."
        />
      ) : null}
      <TextField
        {...bind(fields.title)}
        optional
        label="Titre"
        help="Sans titre, la réunion porte le nom de son instance."
      />
    </>
  )
}

function VideoSilence({ rules }: { rules: readonly VideoRule[] }) {
  const names = rules.map(({ body }) => BODY_WORDS[body].short).join(', ')
  const [first] = rules
  return (
    <Notice title={`Pas de visioconférence : ${names}`}>
      <Reasons reasons={first?.reasons ?? []} />
    </Notice>
  )
}

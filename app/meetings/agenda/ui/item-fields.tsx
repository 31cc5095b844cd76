import type { FieldMetadata } from '@conform-to/react'
import { bind, RadioGroup, TextArea, TextField } from '~/ui/form'

type Fields = Record<'title' | 'kind' | 'notes', FieldMetadata<unknown>>

const KINDS = [
  { value: 'INFORMATION', label: 'Information', help: 'On écoute ; aucun vote n’est possible.' },
  { value: 'DISCUSSION', label: 'Discussion', help: 'On échange ; aucun vote n’est possible.' },
  { value: 'VOTE', label: 'Vote', help: 'Une ou plusieurs résolutions sont soumises au vote.' },
]

/** Title, nature and notes of one point. */
export function ItemFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextField {...bind(fields.title)} label="Intitulé" help="Par exemple : Comptes de l’exercice 2026" />
      <RadioGroup {...bind(fields.kind)} label="Nature du point" choices={KINDS} />
      <TextArea {...bind(fields.notes)} optional label="Précisions" help="Lues par les membres dans la convocation." />
    </>
  )
}

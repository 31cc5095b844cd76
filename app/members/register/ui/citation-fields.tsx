import type { FieldMetadata } from '@conform-to/react'
import { bind, DateField, TextArea, TextField } from '~/ui/form'
import { Notice } from '~/ui/notice'

type Fields = Record<'source' | 'decidedOn' | 'why', FieldMetadata<unknown>>

/** The act that a reprise cites and why it takes two signatures; `dated`: the form asks the day of the act already. */
export const CitationFields = ({ fields, dated = false }: { fields: Fields; dated?: boolean }) => (
  <>
    <Notice title="Une reprise, signée par deux membres du Bureau">
      <p>
        L’installation est close. Ce qui a été décidé hors du logiciel est proposé ici avec l’acte qui le décide, puis
        signé ou refusé par un autre membre du Bureau. Rien n’est enregistré avant sa signature.
      </p>
    </Notice>
    <TextField {...bind(fields.source)} label="Acte cité" help="Par exemple : AGO du 12 juin 2026, résolution 6" />
    {dated ? null : <DateField {...bind(fields.decidedOn)} label="Acte daté du" />}
    <TextArea
      {...bind(fields.why)}
      label="Pourquoi il n’est pas passé par le logiciel"
      help="Par exemple : assemblée tenue sur papier."
      rows={2}
    />
  </>
)

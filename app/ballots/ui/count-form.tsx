import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { list, plural } from '~/ui/format'
import { bind, ErrorSummary, faultsOf, FormActions, RadioGroup, TextField } from '~/ui/form'
import { Notice } from '~/ui/notice'
import type { OpenBallotView } from '../ballots-page.query.server'
import { manualCountFormSchema } from '../close-ballot.form'
import { NoCasting } from './person-notices'

const LINES = [
  ['for', 'Pour'],
  ['against', 'Contre'],
  ['blank', 'Blancs'],
  ['abstained', 'Abstentions'],
] as const

const SUFFIX = { voices: 'Voices', members: 'Members' } as const

const PRESIDENT = [
  { value: 'none', label: 'Il n’a voté ni pour ni contre' },
  { value: 'for', label: 'Il a voté pour' },
  { value: 'against', label: 'Il a voté contre' },
]

type CountFormProps = { ballot: OpenBallotView; lastResult: SubmissionResult<string[]> | undefined }

/** The count of a show of hands or of papers, with two tellers and the attendance sheet to hold it against. */
export function CountForm({ ballot, lastResult }: CountFormProps) {
  const { view, all, voted, online, countedIn, casting, byHead } = ballot
  const hands = view.mode === 'HANDS'
  const [form, fields] = useForm({
    id: `compte-${view.id}`,
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: manualCountFormSchema }),
  })
  const inVoices = countedIn.includes('voices')
  const room = { members: all.members - voted.members, voices: all.voices - voted.voices }
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-6">
      <ErrorSummary faults={faultsOf(form, fields)} />
      <input type="hidden" name="act" value="count" />
      <input type="hidden" name="resolutionId" value={view.id} />
      <input type="hidden" name="unit" value={inVoices ? 'voices' : 'members'} />
      {online.length > 0 ? (
        <Notice tone="warning" title={`${plural(online.length, 'membre a', 'membres ont')} déjà voté en ligne`}>
          <p>Ne les comptez pas ici&nbsp;: {list(online)}.</p>
        </Notice>
      ) : null}
      <TextField
        {...bind(fields.sheet)}
        label="Membres présents ou représentés, d’après la feuille de présence"
        help={`L’émargement en compte ${room.members}${byHead && !inVoices ? '' : `, qui portent ${plural(room.voices, 'voix', 'voix')}`}.`}
        inputMode="numeric"
        width="short"
      />
      {hands ? null : (
        <TextField
          {...bind(fields.papers)}
          label="Bulletins trouvés dans l’urne"
          help={inVoices ? 'Un bulletin par voix.' : 'Un bulletin par membre.'}
          inputMode="numeric"
          width="short"
        />
      )}
      <div className="grid max-w-lg gap-x-6 gap-y-4 sm:grid-cols-2">
        {LINES.map(([key, label]) =>
          countedIn.map((unit) => (
            <TextField
              key={key + unit}
              {...bind(fields[`${key}${SUFFIX[unit]}`])}
              label={`${label}, en ${unit === 'voices' ? 'voix' : 'membres'}`}
              inputMode="numeric"
              width="short"
            />
          )),
        )}
      </div>
      {hands && casting ? (
        <div className="space-y-1">
          <RadioGroup
            {...bind(fields.presidentVote)}
            defaultValue="none"
            label="Vote du Président lui-même"
            choices={PRESIDENT}
          />
          <ArticleChip rule="13.2-d">
            En cas d’égalité, la voix du Président est prépondérante : la sienne, non celle de ses mandants.
          </ArticleChip>
        </div>
      ) : null}
      {hands && ballot.castingRecused ? <NoCasting /> : null}
      <div className="grid max-w-lg gap-4 sm:grid-cols-2">
        <TextField {...bind(fields.teller1)} label="Premier scrutateur" autoComplete="off" />
        <TextField {...bind(fields.teller2)} label="Second scrutateur" autoComplete="off" />
      </div>
      <FormActions consequence="Le résultat est proclamé et prend effet aussitôt : il ne pourra plus être modifié.">
        <SubmitButton pending="Clôture en cours">{`Proclamer le résultat de la résolution ${view.number}`}</SubmitButton>
      </FormActions>
    </Form>
  )
}

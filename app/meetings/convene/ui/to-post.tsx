import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { CheckboxField, DateField, FormActions } from '~/ui/form'
import { plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import type { LetterToPost } from '../to-post.query.server'

const KINDS = { CONVOCATION: 'Convocation', CORRECTION: 'Convocation rectifiée', CANCELLATION: 'Annulation' } as const

type Props = { meetingId: string; letters: readonly LetterToPost[]; today: string; readsMembers: boolean }

/** The letters that wait: one file to print, then one act for those that were posted, each ticked. */
export function ToPost({ meetingId, letters, today, readsMembers }: Props) {
  const ready = letters.filter(({ address }) => address !== null)
  const without = letters.filter(({ address }) => address === null)
  return (
    <Section title="Lettres à poster" id="lettres">
      <p className="max-w-measure">
        Imprimez les lettres, postez-les, puis indiquez le jour du dépôt : le délai de ces membres court de ce jour-là.
      </p>
      {ready.length > 0 ? (
        <>
          <p>
            <ButtonLink to={`/assemblees/${meetingId}/lettres-a-poster.pdf`} tone="secondary" reload>
              Imprimer {plural(ready.length, 'lettre')} (PDF)
            </ButtonLink>
          </p>
          <Form method="post" preventScrollReset className="no-print space-y-4">
            <input type="hidden" name="intent" value="posted" />
            <fieldset className="max-w-[46rem]">
              <legend className="mb-1 font-semibold">Lettres postées</legend>
              {ready.map(({ id, label, kind, address }) => (
                <CheckboxField
                  key={id}
                  id={`lettre-${id}`}
                  name="noticeIds"
                  value={id}
                  defaultChecked
                  label={label}
                  help={`${KINDS[kind]}, ${address?.split('\n').slice(1).join(', ')}`}
                />
              ))}
            </fieldset>
            <DateField
              name="postedOn"
              id="postedOn-all"
              label="Déposées le"
              defaultValue={today}
              max={today}
              required
            />
            <FormActions>
              <SubmitButton pending="Enregistrement en cours">Noter le dépôt</SubmitButton>
            </FormActions>
          </Form>
        </>
      ) : null}
      {without.length > 0 ? (
        <div>
          <p className="font-semibold">Aucune adresse postale : fiche à compléter</p>
          <ul className="list-disc pl-6">
            {without.map(({ id, label, memberId }) => (
              <li key={id}>{readsMembers ? <TextLink to={`/membres/${memberId}`}>{label}</TextLink> : label}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  )
}

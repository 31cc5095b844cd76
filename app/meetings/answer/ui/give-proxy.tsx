import { Form } from '@remix-run/react'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ArticleChip } from '~/ui/article-chip'
import { Button, SubmitButton } from '~/ui/button'
import { ErrorSummary, RadioGroup, type FieldFault } from '~/ui/form'
import { plural } from '~/ui/format'
import { Count, SearchField } from '~/ui/list-tools'
import { EmptyState } from '~/ui/notice'
import { Section } from '~/ui/page'
import type { RightSentence } from '../../rights-words'
import type { HolderChoice } from '../../proxies/holder-choices'

type GiveProxyProps = {
  memberId: string
  holders: { choices: HolderChoice[]; total: number; searchable: boolean }
  search: string
  rule: RightSentence | null
  faults: readonly FieldFault[]
}

/** Only those who may lawfully hold it are offered, each with what is left of his limits; a search field when they are many. */
export function GiveProxy({ memberId, holders, search, rule, faults }: GiveProxyProps) {
  const { choices, total, searchable } = holders
  return (
    <Section id="pouvoir" title="Ou je donne pouvoir" margin={rule ? <ArticleChip rule={rule.rule} /> : null}>
      {rule ? <p>{rule.sentence}</p> : null}
      {searchable ? (
        <Form method="get" action="#pouvoir" className="flex flex-wrap items-end gap-3" preventScrollReset>
          <input type="hidden" name="pour" value={memberId} />
          <input type="hidden" name="reponse" value="pouvoir" />
          <SearchField
            name="qui"
            label="Chercher par le nom"
            defaultValue={search}
            help={`${plural(total, 'membre peut', 'membres peuvent')} recevoir votre pouvoir.`}
          />
          <Button type="submit">Chercher</Button>
        </Form>
      ) : null}
      {search ? <Count shown={choices.length} one="membre" /> : null}
      {choices.length > 0 ? (
        <Form method="post" className="space-y-4" preventScrollReset>
          <ErrorSummary faults={faults} />
          <input type="hidden" name="intent" value="give" />
          <input type="hidden" name="memberId" value={memberId} />
          <RadioGroup
            name="holderId"
            id="holderId"
            label="À qui donnez-vous pouvoir ?"
            choices={choices.map(({ id, label, category, room }) => ({
              value: id,
              label: `${label}, ${category}`,
              help: room,
            }))}
          />
          <p>
            <Prepared to="la personne choisie" /> Le pouvoir compte à partir de son accord. Vous pouvez le reprendre
            tant qu’il n’a pas servi à voter.
          </p>
          <SubmitButton pending="Envoi en cours">Donner pouvoir</SubmitButton>
        </Form>
      ) : searchable && search === '' ? null : (
        <EmptyState
          title={
            total === 0
              ? 'Personne ne peut recevoir votre pouvoir pour l’instant'
              : 'Aucun membre de ce nom ne peut recevoir votre pouvoir'
          }
        >
          {total === 0
            ? 'Chacun de ceux que les statuts admettent détient déjà le maximum, ou a lui-même donné le sien.'
            : 'Vérifiez l’orthographe, ou cherchez un autre nom.'}
        </EmptyState>
      )}
    </Section>
  )
}

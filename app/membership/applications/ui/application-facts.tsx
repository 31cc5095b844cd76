import { DefinitionList, type Definition } from '~/ui/definition-list'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import type { ApplicationSheet } from '../application-sheet.query.server'

type Sheet = Pick<ApplicationSheet, 'answers' | 'commitment' | 'mailConsent' | 'statutesFrom' | 'rulesVersion'>

/** What the applicant wrote and agreed to. */
export function ApplicationFacts({ sheet }: { sheet: Sheet }) {
  const { answers, commitment, mailConsent, statutesFrom, rulesVersion } = sheet
  if (!answers) return null
  const place = `${answers.street}, ${answers.postcode} ${answers.town}`
  const agreed: Definition[] = [
    { term: 'Engagement', value: commitment || 'S’engage dans l’objet de l’association.' },
    {
      term: 'Statuts acceptés',
      value: <TextLink to={`/statuts?date=${statutesFrom}`}>{`version du ${frenchDate(statutesFrom)}`}</TextLink>,
    },
    ...(rulesVersion === null ? [] : [{ term: 'Règlement intérieur', value: `accepté, version ${rulesVersion}` }]),
    { term: 'Convocation', value: mailConsent ? 'accepte le courriel' : 'par lettre' },
  ]
  return <DefinitionList items={[...identity(answers), { term: 'Adresse', value: place }, ...agreed]} />
}

function identity(answers: NonNullable<Sheet['answers']>): Definition[] {
  const line = (term: string, value: string | null) => (value ? [{ term, value }] : [])
  if (answers.kind === 'PERSON') {
    const { civility, firstName, lastName, profession, rpps, email, phone } = answers
    return [
      { term: 'Nom', value: [civility, firstName, lastName].filter(Boolean).join(' ') },
      { term: 'Profession', value: profession },
      ...line('RPPS', rpps),
      ...line('Courriel', email),
      ...line('Téléphone', phone),
    ]
  }
  const { legalName, legalForm, siret, finess, rna, representative } = answers
  const { civility, firstName, lastName, quality, email, phone } = representative
  return [
    { term: 'Nom', value: legalName },
    { term: 'Forme juridique', value: legalForm },
    ...line('SIRET', siret),
    ...line('FINESS', finess),
    ...line('RNA', rna),
    {
      term: 'Représentation légale',
      value: `${[civility, firstName, lastName].filter(Boolean).join(' ')}, ${quality}`,
    },
    { term: 'Courriel', value: email },
    ...line('Téléphone', phone),
  ]
}
